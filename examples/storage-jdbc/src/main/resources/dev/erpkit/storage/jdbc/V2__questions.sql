-- Views for the questions accountants ask, the indexes that reading in pages needs, and room for texts that the domain does
-- not bound. Every statement but the last can be repeated; the last commits together with the version.
drop view if exists v_trial_balance;
drop view if exists v_general_ledger;

-- a second fiscal year with the same number (after a change of year end) begins again with number 1
alter table journal_entry drop constraint if exists journal_entry_number;
create index if not exists journal_entry_by_number on journal_entry (tenant, book, journal, fiscal_year, number);

alter table journal_entry alter column source_system set data type varchar;
alter table journal_entry alter column source_type set data type varchar;
alter table journal_entry alter column source_id set data type varchar;
alter table reservation_entry alter column source_system set data type varchar;
alter table reservation_entry alter column source_type set data type varchar;
alter table reservation_entry alter column source_id set data type varchar;
alter table account alter column required_dimensions set data type varchar;
alter table account alter column currencies set data type varchar;
alter table account alter column tags set data type varchar;
alter table outbox alter column type set data type varchar;
alter table outbox alter column subject set data type varchar;
alter table exchange_rate alter column rate set data type varchar;
alter table balance_checkpoint_row alter column dimensions set data type varchar;

create index if not exists open_item_of_account on open_item (tenant, account, position, line);
create index if not exists open_item_of_party on open_item (tenant, party, position, line);
drop index if exists open_item_by_party;
create index if not exists reservation_entry_open on reservation_entry (tenant, resolution, position);

create or replace view v_general_ledger as
    select e.tenant, e.book, l.account, a.name as account_name, e.effective_date, e.position, l.line, e.id as entry, e.kind,
           e.journal, e.fiscal_year, e.number, e.narrative, l.currency, l.amount,
           case when l.base > 0 then l.base else 0 end as debit,
           case when l.base < 0 then -l.base else 0 end as credit,
           l.base_currency, l.base, l.party, l.document, l.due_date, l.note, e.posted_by, e.approved_by, e.recorded_at
    from journal_line l
    join journal_entry e on e.tenant = l.tenant and e.position = l.position
    left join account a on a.tenant = l.tenant and a.id = l.account;

create or replace view v_trial_balance as
    select tenant, book, account, account_name, currency, sum(amount) as amount, base_currency, sum(debit) as debit,
           sum(credit) as credit, sum(base) as balance
    from v_general_ledger
    group by tenant, book, account, account_name, currency, base_currency;

-- what opens an item and what consumes it, signed: the sum through a day is what is open at the end of that day
create or replace view v_item_movement as
    select i.tenant, i.book, i.account, i.control, i.party, i.document, i.document_date, i.due_date, i.entry, i.line,
           i.effective_date, i.position, cast(null as varchar(200)) as match_id, i.currency, i.amount, i.base_currency,
           i.base
    from open_item i
    union all
    select i.tenant, i.book, i.account, i.control, i.party, i.document, i.document_date, i.due_date, i.entry, i.line,
           greatest(i.effective_date, m.effective_date), m.position, m.id, i.currency, -p.amount, i.base_currency, -p.base
    from item_match_part p
    join item_match m on m.tenant = p.tenant and m.sequence = p.sequence
    join open_item i on i.tenant = p.tenant and i.entry = p.entry and i.line = p.line;

create or replace view v_open_item as
    select tenant, book, account, control, party, document, document_date, due_date, entry, line, currency,
           sum(amount) as amount, base_currency, sum(base) as base
    from v_item_movement
    group by tenant, book, account, control, party, document, document_date, due_date, entry, line, currency, base_currency
    having sum(amount) <> 0 or sum(base) <> 0;

-- one row for each item of each match; the rows of one match_id are what was set off against each other
create or replace view v_item_match as
    select m.tenant, m.book, i.account, i.party, i.document, p.entry, p.line, m.id as match_id, m.sequence,
           m.effective_date, p.currency, p.amount, m.base_currency, p.base, m.difference, m.entry as match_entry,
           m.matched_by, m.recorded_at, m.undoes, u.id as undone_by
    from item_match_part p
    join item_match m on m.tenant = p.tenant and m.sequence = p.sequence
    join open_item i on i.tenant = p.tenant and i.entry = p.entry and i.line = p.line
    left join item_match u on u.tenant = m.tenant and u.undoes = m.id;

-- entries dated in a locked period that were recorded while the lock was in force, each with the exceptions that held for it;
-- which journals a scope other than all covers is the host's to say, so choose them by journal
create or replace view v_posted_under_lock as
    select e.tenant, e.book, k.scope, k.to_date as locked_through, k.number as lock_number, k.recorded_at as locked_at,
           k.actor as locked_by, e.id as entry, e.position, e.journal, e.fiscal_year, e.number, e.effective_date,
           e.recorded_at, e.posted_by, x.exception_key, x.scope as exception_scope, x.reason, x.grantee,
           x.actor as granted_by, x.expires_at
    from journal_entry e
    join period_fact k on k.tenant = e.tenant and k.book = e.book and k.kind = 'LOCKED' and k.after_entry < e.position
        and e.effective_date <= k.to_date
        and not exists (select 1 from period_fact u where u.tenant = k.tenant and u.book = k.book and u.kind = 'UNLOCKED'
            and u.scope = k.scope and u.to_date = k.to_date and u.number > k.number and u.after_entry < e.position)
    left join period_fact x on x.tenant = e.tenant and x.book = e.book and x.kind = 'EXCEPTION_GRANTED'
        and x.after_entry < e.position and x.from_date <= e.effective_date and e.effective_date < x.to_date
        and (x.grantee is null or x.grantee = e.posted_by) and e.recorded_at < x.expires_at
        and not exists (select 1 from period_fact d where d.tenant = x.tenant and d.book = x.book
            and d.kind = 'EXCEPTION_ENDED' and d.exception_key = x.exception_key and d.number > x.number
            and d.after_entry < e.position);

-- numbers that no entry has: between two entries, before the first, and behind the last one drawn
create or replace view v_number_gap as
    select tenant, book, journal, fiscal_year, previous + 1 as first_missing, number - 1 as last_missing
    from (select tenant, book, journal, fiscal_year, number, coalesce(lag(number) over (
              partition by tenant, book, journal, fiscal_year order by number), 0) as previous
          from journal_entry) numbered
    where number > previous + 1
    union all
    select e.tenant, e.book, e.journal, e.fiscal_year, e.newest + 1, s.last_number
    from (select tenant, book, journal, fiscal_year, max(number) as newest from journal_entry
          group by tenant, book, journal, fiscal_year) e
    join number_series s on s.tenant = e.tenant and s.name = e.book || '/' || e.journal and s.fiscal_year = e.fiscal_year
    where s.last_number > e.newest;

-- lists of names are kept with their line breaks escaped
update account set required_dimensions = replace(required_dimensions, '\', '\\'),
    currencies = replace(currencies, '\', '\\'), tags = replace(tags, '\', '\\');
