import { getContext, setContext } from 'svelte';

/** The few words that components need by themselves. Everything else a page passes in. */
export type Labels = {
  /** Skip link, first thing on every page. */
  skip: string;
  /** Name of the button and panel that hold the navigation on a phone. */
  menu: string;
  /** Name of the main navigation. */
  navigation: string;
  /** Name of the path of links above a title. */
  breadcrumbs: string;
  /** Legend of the switch between a picture and its table. */
  showAs: string;
  picture: string;
  table: string;
  /** A step that is finished. */
  done: string;
  /** "step 5 of 7" */
  stepOf: (step: number, total: number) => string;
  /** Said behind the label of a field that need not be filled in. */
  optional: string;
  /** A reason that speaks for, and one that speaks less for. */
  speaksFor: string;
  speaksAgainst: string;
  /** What follows a score: "64 out of 100". */
  outOf100: string;
  /** Name of the bar with previous and next. */
  previousAndNext: string;
  noRows: string;
  /** Name of the strip under the top bar. */
  notice: string;
  /** Around a list: its filters, the views that somebody keeps of it, and taking it along. */
  list: {
    apply: string;
    clear: string;
    more: string;
    next: string;
    first: string;
    views: string;
    saveView: string;
    viewName: string;
    save: string;
    removeView: (name: string) => string;
    takeAlong: string;
    found: (count: string, more: boolean) => string;
    all: string;
  };
  /** Of a field that offers suggestions. */
  suggesting: {
    list: string;
    found: (count: number) => string;
    none: string;
    chosen: (label: string) => string;
    unreachable: string;
  };
};

export type LabelLocale = 'nl' | 'en' | 'fr' | 'de';

const labels: Record<LabelLocale, Labels> = {
  nl: {
    skip: 'Naar de inhoud',
    menu: 'Menu',
    navigation: 'Hoofdmenu',
    breadcrumbs: 'Kruimelpad',
    showAs: 'Toon als',
    picture: 'Beeld',
    table: 'Tabel',
    done: 'klaar',
    stepOf: (step, total) => `stap ${step} van ${total}`,
    optional: 'mag leeg blijven',
    speaksFor: 'Past',
    speaksAgainst: 'Past minder',
    outOf100: 'op 100',
    previousAndNext: 'Vorige en volgende',
    noRows: 'Nog niets om te tonen.',
    notice: 'Goed om te weten',
    list: {
      apply: 'Tonen',
      clear: 'Wis de filters',
      more: 'Meer filters',
      next: 'Volgende',
      first: 'Terug naar het begin',
      views: 'Mijn weergaven',
      saveView: 'Bewaar deze weergave',
      viewName: 'Naam',
      save: 'Bewaren',
      removeView: (name) => `Weergave ${name} verwijderen`,
      takeAlong: 'Neem deze lijst mee:',
      found: (count, more) => `${more ? 'Meer dan ' : ''}${count} gevonden`,
      all: 'Alle',
    },
    suggesting: {
      list: 'Suggesties',
      found: (count) => (count === 1 ? 'Eén suggestie.' : `${count} suggesties.`) + ' Kies met de pijlen.',
      none: 'Niets gevonden.',
      chosen: (label) => `Gekozen: ${label}.`,
      unreachable: 'Zoeken lukt nu niet. Je mag gewoon verder typen.',
    },
  },
  en: {
    skip: 'Skip to the content',
    menu: 'Menu',
    navigation: 'Main menu',
    breadcrumbs: 'Breadcrumbs',
    showAs: 'Show as',
    picture: 'Picture',
    table: 'Table',
    done: 'done',
    stepOf: (step, total) => `step ${step} of ${total}`,
    optional: 'may stay empty',
    speaksFor: 'Fits',
    speaksAgainst: 'Fits less',
    outOf100: 'out of 100',
    previousAndNext: 'Previous and next',
    noRows: 'Nothing to show yet.',
    notice: 'Good to know',
    list: {
      apply: 'Show',
      clear: 'Clear the filters',
      more: 'More filters',
      next: 'Next',
      first: 'Back to the start',
      views: 'My views',
      saveView: 'Keep this view',
      viewName: 'Name',
      save: 'Keep',
      removeView: (name) => `Remove the view ${name}`,
      takeAlong: 'Take this list along:',
      found: (count, more) => `${more ? 'More than ' : ''}${count} found`,
      all: 'All',
    },
    suggesting: {
      list: 'Suggestions',
      found: (count) => (count === 1 ? 'One suggestion.' : `${count} suggestions.`) + ' Choose with the arrows.',
      none: 'Nothing found.',
      chosen: (label) => `Chosen: ${label}.`,
      unreachable: 'Searching does not work now. You can go on typing.',
    },
  },
  fr: {
    skip: 'Aller au contenu',
    menu: 'Menu',
    navigation: 'Menu principal',
    breadcrumbs: 'Fil d’Ariane',
    showAs: 'Afficher comme',
    picture: 'Image',
    table: 'Tableau',
    done: 'terminé',
    stepOf: (step, total) => `étape ${step} sur ${total}`,
    optional: 'peut rester vide',
    speaksFor: 'Correspond',
    speaksAgainst: 'Correspond moins',
    outOf100: 'sur 100',
    previousAndNext: 'Précédent et suivant',
    noRows: 'Rien à afficher pour le moment.',
    notice: 'Bon à savoir',
    list: {
      apply: 'Afficher',
      clear: 'Effacer les filtres',
      more: 'Plus de filtres',
      next: 'Suivant',
      first: 'Retour au début',
      views: 'Mes vues',
      saveView: 'Garder cette vue',
      viewName: 'Nom',
      save: 'Garder',
      removeView: (name) => `Supprimer la vue ${name}`,
      takeAlong: 'Emporter cette liste :',
      found: (count, more) => `${more ? 'Plus de ' : ''}${count} résultats`,
      all: 'Tous',
    },
    suggesting: {
      list: 'Suggestions',
      found: (count) => (count === 1 ? 'Une suggestion.' : `${count} suggestions.`) + ' Choisissez avec les flèches.',
      none: 'Rien trouvé.',
      chosen: (label) => `Choisi : ${label}.`,
      unreachable: 'La recherche ne répond pas. Vous pouvez continuer à taper.',
    },
  },
  de: {
    skip: 'Zum Inhalt',
    menu: 'Menü',
    navigation: 'Hauptmenü',
    breadcrumbs: 'Pfad',
    showAs: 'Anzeigen als',
    picture: 'Bild',
    table: 'Tabelle',
    done: 'fertig',
    stepOf: (step, total) => `Schritt ${step} von ${total}`,
    optional: 'darf leer bleiben',
    speaksFor: 'Passt',
    speaksAgainst: 'Passt weniger',
    outOf100: 'von 100',
    previousAndNext: 'Zurück und weiter',
    noRows: 'Noch nichts zu zeigen.',
    notice: 'Gut zu wissen',
    list: {
      apply: 'Anzeigen',
      clear: 'Filter löschen',
      more: 'Mehr Filter',
      next: 'Weiter',
      first: 'Zurück zum Anfang',
      views: 'Meine Ansichten',
      saveView: 'Diese Ansicht behalten',
      viewName: 'Name',
      save: 'Behalten',
      removeView: (name) => `Ansicht ${name} entfernen`,
      takeAlong: 'Diese Liste mitnehmen:',
      found: (count, more) => `${more ? 'Mehr als ' : ''}${count} gefunden`,
      all: 'Alle',
    },
    suggesting: {
      list: 'Vorschläge',
      found: (count) => (count === 1 ? 'Ein Vorschlag.' : `${count} Vorschläge.`) + ' Wählen Sie mit den Pfeiltasten.',
      none: 'Nichts gefunden.',
      chosen: (label) => `Gewählt: ${label}.`,
      unreachable: 'Die Suche antwortet gerade nicht. Sie können einfach weiterschreiben.',
    },
  },
};

const key = Symbol('ui labels');

/** The words of the components in one language. */
export function labelsFor(locale: LabelLocale): Labels {
  return labels[locale];
}

/** Called once by the root layout: `provideLabels(() => labelsFor(data.locale))`. Without it the words are Dutch. */
export function provideLabels(current: () => Labels): void {
  setContext(key, current);
}

/** The words of the components, read while a component is being made. */
export function useLabels(): Labels {
  const current = getContext<(() => Labels) | undefined>(key);
  return current ? current() : labels.nl;
}
