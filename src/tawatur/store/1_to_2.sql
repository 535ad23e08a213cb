-- Judgements have a file of their own. Nothing that was published could write to this table.
drop table judgements;
