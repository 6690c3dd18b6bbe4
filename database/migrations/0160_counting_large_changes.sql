-- Whether anything that is counted has changed is asked of all changed rows at once. Row by row is quick when the first row says
-- so, and takes hours when a hundred thousand say no.
alter function krachtlijn.count_leads() set enable_nestloop = off;
alter function krachtlijn.count_trajectories() set enable_nestloop = off;
