-- How a tax of a line came about: what it was totalled under, and the fraction that it was before rounding.
alter table document_line_tax add column if not exists totalled_under varchar;
alter table document_line_tax add column if not exists unrounded varchar;
