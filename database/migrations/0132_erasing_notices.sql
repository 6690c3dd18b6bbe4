-- Erasing somebody takes what they chose and what they were told along.
grant delete on notice_choices to krachtlijn_app;
