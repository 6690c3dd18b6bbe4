import type { Day } from '../programme.ts';
import type { SeedCase } from '../shape.ts';

/** The sessions of case 6 and what stayed: one goal was reached, one for a part, one went differently, and why. */
export const accountantsResult = (day: Day): Pick<SeedCase, 'sessions' | 'actionPlan' | 'followUpsDone'> => ({
  sessions: [
    {
      on: day(-328),
      hours: 3,
      people: 11,
      theme: 'kick_off',
      guide: 'lotte',
      notes: 'Kennismaking met het hele kantoor. Wat doen we hier écht goed? Drie antwoorden kwamen telkens terug.',
    },
    {
      on: day(-300),
      hours: 3.5,
      people: 9,
      theme: 'competence_matrix',
      guide: 'lotte',
      notes: 'Vijftien handelingen gekozen, in de woorden van de dossierbeheerders zelf.',
    },
    {
      on: day(-262),
      hours: 3,
      people: 9,
      theme: 'competence_matrix',
      guide: 'lotte',
      notes: 'Iedereen schatte zichzelf in. Twee mensen vonden dat spannend; we bespraken het eerst per twee.',
    },
    {
      on: day(-220),
      hours: 2.5,
      people: 2,
      theme: 'function_profiles',
      guide: 'els',
      notes:
        'Ilse en Yannick hadden iets anders verwacht van de functieprofielen. Eerst de matrix, dan pas de functies.',
    },
    {
      on: day(-176),
      hours: 3,
      people: 10,
      theme: 'competence_matrix',
      guide: 'lotte',
      notes:
        'Koppels gemaakt: wie toont, wie leert. Elke soort dossier heeft nu twee mensen, behalve de vennootschapsbelasting.',
    },
    {
      on: day(-150),
      hours: 2.5,
      people: 3,
      theme: 'training_plan',
      guide: 'lotte',
      notes: 'Van de matrix naar leerdoelen. Leren van elkaar staat nu naast de opleidingen in het plan.',
    },
    {
      on: day(-121),
      hours: 2,
      people: 11,
      theme: 'action_plan',
      guide: 'lotte',
      notes: 'Samen bekeken wat er klaar is en wat het kantoor zelf verderzet.',
    },
  ],
  actionPlan: {
    by: 'lotte',
    sentOn: day(-108),
    confirmedByGuideOn: day(-108),
    confirmedByEnterpriseOn: day(-101),
    sealedOn: day(-101),
    content: {
      goals: [
        {
          id: 'g1',
          title: 'Zien wie wat kan',
          agreed: 'Voor elke soort dossier zijn er minstens twee mensen die het kunnen overnemen.',
          outcome: 'done',
          result:
            'De matrix hangt in de keuken. Veertien van de vijftien handelingen kunnen door twee mensen gedaan worden.',
          reason: '',
          why: '',
        },
        {
          id: 'g2',
          title: 'Leren met een plan',
          agreed: 'Elke medewerker heeft twee leerdoelen en weet van wie hij leert.',
          outcome: 'partly',
          result: 'Zeven van de negen medewerkers hebben hun twee leerdoelen gekozen en een collega om van te leren.',
          reason: 'little_time',
          why: 'Twee mensen begonnen pas in de zomer. Zij kiezen hun doelen na hun eerste drie maanden.',
        },
        {
          id: 'g3',
          title: 'Vier functies beschreven',
          agreed: 'Er staan vier functies op papier, met wat je erin kan bijleren.',
          outcome: 'different',
          result: 'In plaats van vier functies beschreven we vijftien handelingen waar het kantoor elke dag mee werkt.',
          reason: 'expectations_unclear',
          why: 'Het kantoor dacht aan een matrix, de begeleiding aan functieprofielen. In de vierde sessie kozen we samen voor de matrix.',
        },
      ],
      practices: [
        {
          id: 'p1',
          what: 'Elke maand een half uur over de matrix op het kantooroverleg',
          embedding: 'fixed_meeting',
          owner: 'Yannick Grootboeck',
          since: day(-140),
        },
        {
          id: 'p2',
          what: 'Bij een nieuw dossier kijken we eerst wie het kan leren',
          embedding: 'in_planning',
          owner: 'Ilse Rekenschap',
          since: day(-130),
        },
        {
          id: 'p3',
          what: 'Wie begint, krijgt in de eerste week uitleg bij de matrix',
          embedding: 'in_onboarding',
          owner: 'Yannick Grootboeck',
          since: day(-115),
        },
      ],
      next: [
        {
          id: 'x1',
          what: 'Twee nieuwe collega’s kiezen hun leerdoelen',
          owner: 'Yannick Grootboeck',
          on: day(-40),
        },
        {
          id: 'x2',
          what: 'Een tweede persoon leert de vennootschapsbelasting',
          owner: 'Ilse Rekenschap',
          on: day(45),
        },
        {
          id: 'x3',
          what: 'De matrix opnieuw invullen met iedereen',
          owner: 'Yannick Grootboeck',
          on: day(120),
        },
      ],
      embedding:
        'Yannick houdt de matrix bij. Elke maand staat ze op het overleg, elk najaar vult iedereen ze opnieuw in. Nieuwe collega’s doen mee vanaf hun derde maand.',
    },
  },
  followUpsDone: [
    {
      months: 3,
      on: day(-7),
      by: 'lotte',
      words:
        'De matrix wordt elke maand gebruikt. De nieuwe collega’s kozen hun leerdoelen. Alleen de vennootschapsbelasting blijft bij één persoon.',
    },
  ],
});
