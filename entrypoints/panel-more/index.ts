/** The parts of the panel that few open at a time: what gathers, what searches, what moves a post. Put into a page when the first of them is asked for. */
import { defineUnlistedScript } from '#imports';
import { bringParts, standAlone } from '@/components/panel/bring-parts';
import { CatchUp } from '@/components/panel/CatchUp';
import { Finder } from '@/components/panel/Finder';
import { Links } from '@/components/panel/Links';
import { MoveMenu } from '@/components/panel/MoveMenu';
import { People } from '@/components/panel/People';
import { PostMenu } from '@/components/panel/PostMenu';
import sheetCss from '@/components/panel/sheet.css?inline';
import { takeBridge } from '@/stores/bridge';
import { buildFoundRows } from '@/stores/core/rows-found';

export default defineUnlistedScript(() => {
  const bridge = takeBridge();
  if (!bridge) return;
  bringParts(
    bridge,
    {
      catchUp: standAlone(CatchUp),
      links: standAlone(Links),
      people: standAlone(People),
      finder: standAlone(Finder),
      postMenu: standAlone(PostMenu),
      move: standAlone(MoveMenu),
      found: buildFoundRows,
    },
    sheetCss,
  );
});
