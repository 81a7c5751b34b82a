/** Everyone on the simulated X. All invented; no account here is a real one. */
import { createHash } from 'node:crypto';
import type { Person } from './types.ts';

/** A person with a stable id made from the handle. */
export function person(handle: string, name: string, bio = '', more: Partial<Person> = {}): Person {
  const digest = createHash('sha1').update(handle.toLowerCase()).digest();
  return {
    id: String(1_000_000_000 + digest.readUInt32BE(0)),
    handle,
    name,
    bio,
    tick: '',
    protected: false,
    followed: false,
    blocked: false,
    muted: false,
    joined: `Tue Mar 0${1 + ((digest[4] ?? 0) % 9)} 09:${10 + ((digest[5] ?? 0) % 50)}:00 +0000 ${2009 + ((digest[6] ?? 0) % 12)}`,
    ...more,
  };
}

/** Whoever is logged in. */
export const VIEWER = person(
  'AlexRoweNPT',
  'Alex Rowe',
  'Neighbourhood officer, Harrowfen. Kettle always on.',
);

const followed = { followed: true };

/** The people of the #polchat scripts. */
export const CHAT_PEOPLE: readonly Person[] = [
  person(
    'WexdalePolice',
    'Wexdale Police',
    'The official account. Not monitored 24/7. Emergencies: 999.',
    { tick: 'government', followed: true },
  ),
  person('PriyaWexdale', 'Priya Nair', 'Head of comms, Wexdale Police. Tea first.', {
    tick: 'blue',
    followed: true,
  }),
  person('NorthmoorPol', 'Northmoor Police', 'Policing the moor and the towns around it.', {
    tick: 'government',
    followed: true,
  }),
  person('EstmerePolice', 'Estmere Police', 'Official account of Estmere Police.', {
    tick: 'government',
  }),
  person('HeddluAberwen', 'Heddlu Aberwen Police', 'Cyfrif swyddogol / Official account.', {
    tick: 'government',
    followed: true,
  }),
  person(
    'PCTomAshby',
    'PC Tom Ashby',
    'Response, then neighbourhood, now mostly parking.',
    followed,
  ),
  person('SgtLeilaHaddad', 'Sgt Leila Haddad', 'Neighbourhood sergeant. Views mine.', followed),
  person('InspJoMarsh', 'Inspector Jo Marsh', 'Town inspector, Estmere. She/her.', followed),
  person('DanWhitComms', 'Dan Whitlock', 'Press office, nights and weekends.', followed),
  person('MegFarrowPR', 'Meg Farrow', 'Campaigns. Spreadsheets. Custard creams.', followed),
  person('RuralCopGrace', 'Grace Tull', 'Rural crime team. Sheep know me.', followed),
  person('PCSOImranB', 'PCSO Imran Bashir', 'Your PCSO in Canal Ward.', followed),
  person('HelenCyberDC', 'DC Helen Osei', 'Cyber protect. Use three random words.'),
  person('WexRoadsPol', 'Wexdale Roads Policing', 'Keeping the A-roads moving.', {
    tick: 'government',
  }),
  person('PDBiscuit', 'PD Biscuit', 'General purpose dog. Paws typed by handler.', followed),
  person('OwenSpecials', 'Owen Prys', 'Special constable, accountant on weekdays.'),
  person('CCRosalindT', 'Rosalind Thorne', 'Chief constable, Northmoor.', {
    tick: 'blue',
    followed: true,
  }),
  person('AnjaliDigital', 'Anjali Mehta', 'Digital engagement lead.', followed),
  person('EwanMedia', 'Ewan Drummond', 'Video, stills, the odd drone.'),
  person('FionaNPT', 'Fiona Castle', 'Neighbourhood policing team, Seahaven.', followed),
  person('CustodyRay', 'Ray Bolt', 'Custody sergeant. No, you cannot vape.'),
  person('JessCtrlRoom', 'Jess Whitfield', 'Control room social desk.', followed),
  person('MarcusDataviz', 'Marcus Lindo', 'Charts for people who hate charts.'),
  person('StudentPCBeth', 'Beth Hallam', 'Student officer. First #polchat was in May!'),
  person('HarrowfenNPT', 'Harrowfen NPT', 'Neighbourhood team, Harrowfen.', {
    tick: 'government',
    followed: true,
  }),
  person('OPCCNorthmoor', 'OPCC Northmoor', 'Office of the commissioner.', { tick: 'government' }),
  person('KofiCouncil', 'Kofi Baptiste', 'Council comms. Bins and bylaws.', followed),
  person('ZoeFireComms', 'Zoe Lomax', 'Fire service comms. Test your alarms.'),
  person('LaurieAmbo', 'Laurie Finch', 'Ambulance trust comms.'),
  person(
    'YukiTanabe_',
    '田辺ゆき Yuki Tanabe',
    'Visiting researcher: kōban and community policing.',
  ),
  person('RetiredDSPete', 'Pete Garrow', 'Retired DS. Allotment. Opinions.'),
  person('VicarOnBeat', 'Revd Nell Aske', 'Street pastor and vicar.'),
  person('StephCrimePrev', 'Steph Orton', 'Crime prevention and design advisor.', followed),
  person('PaulaPrivate', 'Paula K', 'Protected account.', { protected: true, followed: true }),
  person('GwenllianCSO', 'Gwenllian Parri', 'SCCH Aberwen. Siarad Cymraeg.', followed),
  person('ArshadYouth', 'Arshad Youth Hub', 'Youth club and boxing gym, Canal Ward.'),
];

/** Accounts of the everyday noise. */
export const OTHER_PEOPLE: readonly Person[] = [
  person('TeaAndTrains', 'Tea and Trains', 'Timetables as literature.', followed),
  person('LowfieldBakery', 'Lowfield Bakery', 'Sourdough at dawn.', followed),
  person('MoorWeather', 'Moor Weather', 'Drizzle, mostly.', followed),
  person('HarrowfenFC', 'Harrowfen Town FC', 'The Herons. Division six and proud.', {
    tick: 'business',
    followed: true,
  }),
  person('CuriousOtter', 'Otter of the Day', 'One otter daily.'),
  person('BramblePress', 'Bramble Press', 'Small books, slowly made.', { tick: 'blue' }),
  person('OrbitKettles', 'Orbit Kettles', 'Kettles that hum.', { tick: 'business' }),
  person('DrLenaVoss', 'Dr Lena Voss', 'Glaciers.', followed),
];
