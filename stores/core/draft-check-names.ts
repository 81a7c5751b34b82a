/** Tells the name of a person from other words in capitals: by its shape, and by given names common in Britain. */

const NAMES = new Set(
  (
    'aaron abbie abdul abdullah abigail abu adam adele adrian ahmed aidan aiden aisha alan alana albert alex alexander alexandra alfie alfred ali alice alicia alison alistair ' +
    'alyssa amanda amber amelia amina amir amy ana andrea andrew andy angela angus anita anna anne annie anthony antonio anwar archie arthur asha ashley asif ava ayesha barbara ' +
    'barry beatrice becky belinda ben benjamin bernard beth bethany betty beverley bill billy bob bobby brad bradley brandon brenda brendan brian bridget bruce bryan caitlin ' +
    'callum calum cameron carl carla carly carol caroline carolyn catherine cathy cerys charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher ciara ' +
    'claire clare clive colin connor conor courtney craig cynthia dale damian damien dan daniel danielle danny darren daryl dave david dawn dean debbie deborah debra declan denise ' +
    'dennis derek desmond diana diane dominic don donald donna doreen doris dorothy douglas duncan dylan eamonn eddie edward edwin eileen elaine eleanor elena elizabeth ella ellen ellie ' +
    'elliot elliott emily emma eric erica erin ethan eva evan eve evelyn evie ewan faisal farah fatima fiona florence frances francis frank fraser fred freddie frederick freya gail ' +
    'gareth gary gavin gemma geoff geoffrey george georgia georgina gerald gerard gillian gina glen glenn gordon grace graeme graham grant greg gregory gwen hannah hardeep harold harriet ' +
    'harry harvey hasan hassan hayley hazel heather helen henry hilary holly howard hugh humza hussain ian ibrahim imran iqbal irene iris isaac isabel isabella isabelle isla ivan ivy ' +
    'jack jackie jacob jacqueline jade jake jamal james jamie jan jane janet janice jared jasmine jason jay jayden jean jeff jeffrey jenna jennifer jenny jeremy jess jessica jill jim jimmy ' +
    'jo joan joanna joanne joe joel john johnny jon jonathan jordan joseph josephine josh joshua joy joyce judith judy julia julian julie june justin kamal karen karl kate katherine kathleen ' +
    'kathryn kathy katie katy kay kayleigh keith kelly ken kenneth kenny kerry kev kevin khalid kieran kim kimberley kirsty kirsten kyle lara laura lauren lawrence leah leanne lee leo leon leonard ' +
    'leroy les lesley leslie lewis liam lily linda lindsay lisa liz lloyd logan lorraine louis louise luca lucy luke lydia lynn lynne lynsey mackenzie maddie madeleine maisie malcolm mandy marc ' +
    'marcus margaret maria marian marie marion marjorie mark martha martin martyn mary mason matilda matt matthew maureen max maya megan mehmet mel melanie melissa mia michael michelle mick mike ' +
    'millie miriam mo mohamed mohammad mohammed moira molly mona monica morgan muhammad mustafa nadia nancy naomi nasir natalie natasha nathan neil niall nicholas nick nicky nicola nicole nigel nikki ' +
    'nina noah noel nora norma norman oliver olivia ollie omar oscar owen pam pamela patricia patrick paul paula pauline peggy penny pete peter phil philip phillip phoebe polly poppy priya rachael ' +
    'rachel raj rajesh ralph ravi ray raymond rebecca reece reg rhys rich richard rick ricky rita rob robbie robert robin rodney roger ron ronald ronnie rory rosa rose rosemary rosie ross roy ruby ' +
    'russell ruth ryan sabrina sadie saima sally sam samantha samuel sandeep sandra sara sarah satnam scott sean sebastian shabana shane shannon sharon shaun sheila shirley sian sid simon sofia ' +
    'sophia sophie spencer stacey stan stanley stella stephanie stephen steve steven stewart stuart sue sunita surinder susan suzanne sybil sylvia tahir tamsin tanya tara tariq ted terence teresa ' +
    'terry theo theresa thomas tim timothy tina toby todd tom tommy tony tracey tracy trevor tyler usman valerie vanessa vera veronica vicky victor victoria vijay vincent violet vivian wahid wayne ' +
    'wendy will william willow yasmin yusuf yvonne zac zach zachary zahra zara zoe ' +
    'ada agnes agnieszka alec alf amelie amina amit anil annabel anya arnold arun ashok audrey aurora bashir bernadette bert bilal boris bryony carmel cecil chantelle clara clarence clifford clint cora ' +
    'cyril daisy danielle darryl deepak della devon diego dimitri dora dougie ebony edna edith effie elsie enid ernest esther ethel farhan fay felicity fergus finlay finn florrie gethin gill gita ' +
    'gladys gloria greta gurpreet gus hamza hamish harpreet herbert hilda horace hugo idris ines ingrid irina iwan jasbir jaspreet jed jerome jodie josie karim kareem kasim keeley keira kelvin khadija kiran kulvinder kwame lance layla leila len ' +
    'lena lennie leonie lottie lou mabel mariam marius mavis merlin mina minnie mohammad mohan mohsin molly muriel myra nadine naheed nasreen nathaniel ned nell neville nia nikhil olga olu omar owain parveen pavel pearl percy perry petra piotr ' +
    'pritpal rahul ramesh rashid reggie rehana reuben rhian rhiannon rhona ricardo roisin roland ronan roxanne rukhsana rupert sadia safia saleem salma sanjay selina sergio shabnam shahid shakira shamim shazia sheena sherry shona sienna siobhan stefan sukhdeep ' +
    'suki tabitha tasha thelma tommo tyrone una uzma vera vikram vinny wilfred winifred winston wojciech yasmeen yolanda yusra zainab zeeshan zubair ' +
    'abena adebayo adeel adil ailsa aled alun amara anjali anwen aoife arjun baljit bethan bogdan cai caoimhe carlos carys catriona chidi chinedu chinwe cormac cristina ' +
    'dafydd dewi eilidh eirlys eleri elin emeka emrys eoin euan ewa femi ffion fionnuala florin folake geraint gwilym gwyneth harjit haroon huw hywel ieuan ifeanyi ioan ioana ' +
    'iona ismail jagdeep jakub jaswinder jose juan junaid karolina katarzyna khalil kofi kojo krzysztof lachlan laszlo lech lowri magdalena mahmoud mair mairead mandeep ' +
    'manjit manon marek marguerite marta maryam mateusz meera mihai morag nadeem navdeep neha nerys ngozi niamh obinna oleksandr orla osian padraig pedro pooja priti rabia ' +
    'rajinder rhodri rohan saoirse seamus simran sinead sioned sohail sunil suresh tegan tegwen temitope tiago tomasz tomos tunde vivek waqas yemi yetunde zofia'
  ).split(' '),
);

export function isGivenName(word: string): boolean {
  return NAMES.has(word.toLowerCase().replace(/['’]s?$/, ''));
}

/** Given names that are ordinary words as well, or towns and months: alone they name nobody. */
const ORDINARY = new Set(
  (
    'will dawn grace hope joy may mark rose faith bill frank jack pat rob sue drew gene guy hazel ivy holly amber ruby jade ray dean dale glen heather carol eve iris violet willow poppy chelsea victoria ' +
    'jordan christian mason taylor grant nick don max kay penny lily robin jay terry olive angel melody april june summer daisy pearl lance merlin perry percy della devon lou gill gus ' +
    'una ebony sienna gloria aurora art miles kent bay sky rich norm ali ana mo pam jo ken les ted val viv'
  ).split(' '),
);

export function isOrdinary(word: string): boolean {
  return ORDINARY.has(word.toLowerCase());
}

/** The name of a person as it is written: titles, given names, initials, surnames. */
const TITLE =
  '(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Rev|Sir|Lady|Lord|Cllr|PCSO|PC|PS|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Constable|Officer)';
export const CAPITAL = "(?:(?:O|D|Mc|Mac)'?)?[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?";
const SURNAMES = `${CAPITAL}(?: (?:${CAPITAL}|[A-Z]\\.?(?= [A-Z]))){0,2}`;
export const NAME = `(?:${TITLE}\\.? (?:[A-Z]\\.? ?){0,2}${SURNAMES}|(?:[A-Z]\\.? ?){1,2} ?${CAPITAL}|${CAPITAL}(?: (?:and|&) ${CAPITAL})? ${SURNAMES})`;

/** In capitals, as a list has them: KELLY-ANN FOYLE · SMITH, John · John SMITH */
const CAPITALS = "[A-Z]{2,}(?:[-'][A-Z]{2,})?";
export const LISTED = `(?<![a-zA-Z])(?:${CAPITALS},? (?:${CAPITALS}|${CAPITAL})|${CAPITAL},? ${CAPITALS})`;

/** Words in capitals beside "victim" and "witness" that make no name. */
export const NO_NAME =
  /\b(?:support|care|unit|units|service|services|personal|impact|statements?|commissioner|code|protection|programme|program|week|fund|charter|satisfaction|surveys?|charity|team|teams|first|champions?|police|constabulary|force|council|north|south|east|west|greater|manchester|london|yorkshire|midlands|wales|scotland|england|city|town|county|university|school|hospital|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|good|happy|great|new|twitter|facebook|instagram|youtube|the|we|they|he|she|it|this|that|these|those|in|on|at|if|when|please|please|call|contact|anyone|can|do|did|has|have|had|appeal|wanted|arrested|charged|update|breaking|today|tonight|yesterday|question|answer|crown|court|magistrates|high|street|road|justice|law|act|home|office|chief|domestic|violence|abuse|crime|hate|rape|operation|project|blaming|focused|focussed|led|scheme|disclosure|management|register|awareness|panel|forum|review|report|trust|academy|college|foundation|initiative|strategy|guidance|rights|hub|league|cup)\b/i;

export const isName = (mark: string) => !NO_NAME.test(mark.replace(/^(?:the|a|our)\s/i, ''));
/** One that is surely a person's: with a title, or begun with a given name. */
export const isSureName = (mark: string) => {
  const [first = '', ...others] = mark.split(/[\s,-]+/);
  return (
    isName(mark) &&
    (new RegExp(`^${TITLE}\\.?$`).test(first) ||
      isGivenName(first) ||
      others.some((one) => isGivenName(one)))
  );
};
