import { untrack } from 'svelte';
import { mergesByItself } from '#modules/live/index.ts';
import { sameJson, type Json } from '#shared/mergeEdits.ts';
import { beginLive, choose, openPlaces, takeIn, type Saved } from '#shared/mergeLive.ts';

interface FollowedForm<Form> {
  readonly element: () => HTMLFormElement | undefined;
  /** What is saved now, in the shape of the form: it changes while somebody types. */
  readonly newest: () => Saved<Form>;
  /** The version that the fields began with. */
  readonly from: number;
  /** What stands in the fields. */
  readonly typed: () => Form;
  readonly put: (form: Form) => void;
}

/** Keeps a form that is being typed in together with what others save meanwhile; see `#shared/mergeLive.ts`. */
export function followSaved<Form extends object>(form: FollowedForm<Form>) {
  let live = $state.raw(beginLive(untrack(form.newest), form.from));
  let sections = $state.raw<readonly string[]>([]);

  $effect(() => {
    const saved = form.newest();
    untrack(() => {
      const { known } = live;
      if (saved.version <= known.version) return;
      const part = (value: Form, name: string) => (value as Record<string, Json>)[name];
      sections = Object.keys(saved.value).filter((name) => !sameJson(part(known.value, name), part(saved.value, name)));
      const taken = takeIn(live, form.typed(), saved);
      live = taken.live;
      form.put(taken.value);
    });
  });
  $effect(() => mergesByItself(form.element));

  return {
    /** The version that a save starts from. */
    get version() {
      return live.version;
    },
    /** Where both wrote something else, as it stands now. */
    get open() {
      return live.open.length > 0 ? openPlaces(live.open, form.typed(), live.known.value) : [];
    },
    /** Which parts somebody else changed last; empty while nobody did. */
    get sections() {
      return sections;
    },
    take(path: string, whose: 'mine' | 'theirs') {
      const chosen = choose(live, form.typed(), path, whose);
      live = chosen.live;
      form.put(chosen.value);
    },
  };
}

export type Followed = ReturnType<typeof followSaved>;
