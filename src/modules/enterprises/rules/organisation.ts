/** What kind of organisation it is: this decides which conditions the programme tests. Stored as written here. */
export const organisationKinds = ['enterprise', 'social_profit', 'local_authority'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Which service of a local authority takes part; the first three are the care services that the programme is open to. */
export const careKinds = ['childcare', 'home_care', 'elderly_care', 'other'] as const;
export type CareKind = (typeof careKinds)[number];

/** In which capacity somebody of the enterprise acts. */
export const contactCapacities = ['owner', 'director', 'hr', 'team_leader', 'employee', 'bookkeeper', 'other'] as const;
export type ContactCapacity = (typeof contactCapacities)[number];
