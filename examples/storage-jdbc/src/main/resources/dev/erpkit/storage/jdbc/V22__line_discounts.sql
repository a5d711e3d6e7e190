-- What was taken off the price of all units of a line, so that quantity times price less discounts gives its net.
alter table document_line add column if not exists discount_amount varchar default '0' not null;
