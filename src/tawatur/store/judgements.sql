-- The judgements of a case. They lie in a file of their own, so that a reviewer never waits for a run, and a
-- case that is built anew keeps them.

-- One row per judgement. Rows are only added. `n` is the order of arrival; `at` is when it was made, UTC,
-- unlike any other, and gives the order in which judgements hold, the same in every case that has them.
create table if not exists judgements (
    n integer primary key autoincrement,
    id text not null unique,
    at text not null,
    about text not null,
    record text not null
);
create index if not exists judgements_by_time on judgements (at, id);
create index if not exists judgements_by_about on judgements (about);
create trigger if not exists judgements_stay before delete on judgements
begin select raise(abort, 'judgements are only added'); end;
create trigger if not exists judgements_hold before update on judgements
begin select raise(abort, 'judgements are only added'); end;

-- One row per judgement and claim or incident that it bears on.
create table if not exists subjects (
    subject text not null,
    n integer not null references judgements (n),
    primary key (subject, n)
) without rowid;
