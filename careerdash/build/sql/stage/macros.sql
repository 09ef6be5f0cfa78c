-- grain: no table; how keys are made from what files write
create or replace temp macro email_key(x) as case when contains(x, '@') then lower(trim(x)) end;
create or replace temp macro name_key(x) as nullif(trim(regexp_replace(lower(strip_accents(replace(
    regexp_replace(trim(x), '^([^,]+),\s*([^,]+)$', '\2 \1'), '.', ' '))), '\s+', ' ', 'g')), '');
create or replace temp macro text_key(x) as coalesce(trim(regexp_replace(x, '\s+', ' ', 'g')), '');
create or replace temp macro digest(kind, a, b, c, d) as
    kind || '-' || left(md5(concat_ws(chr(31), kind, coalesce(a, chr(30)), coalesce(b, chr(30)), coalesce(c, chr(30)),
                                      coalesce(d, chr(30)))), 16);
create or replace temp macro email_person(e) as digest('person', 'email', e, null, null);
create or replace temp macro name_person(n) as digest('person', 'name', n, null, null);
create or replace temp macro pair_digest(program, mentor, mentee, start) as
    digest('pair', program, mentor, mentee, start::varchar);
