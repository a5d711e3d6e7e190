-- What somebody wrote about a fact of goods; labour and overhead of an assembly beside its other cost in amount_minor; until when
-- what was made is good.
alter table stock_fact add column if not exists narrative varchar(500);
alter table stock_fact add column if not exists labour_minor bigint;
alter table stock_fact add column if not exists overhead_minor bigint;
alter table stock_part add column if not exists expiry date;
