-- grain: no table; how keys are made from what files write
create or replace temp macro email_key(x) as case when contains(x, '@') then lower(trim(replace(x, chr(160), ' '))) end;
-- a name without accents, case, dots and odd spaces; then without the titles behind it, turned if "Last, First", without
-- the titles before it: people are no others because one list calls them Dr.
create or replace temp macro plain_name(x) as replace(trim(regexp_replace(replace(replace(translate(lower(strip_accents(x)),
    'øłđı.’' || chr(160), 'oldi '' '), 'ß', 'ss'), 'æ', 'ae'), '\s+', ' ', 'g')), ' ,', ',');
create or replace temp macro without_degree(x) as regexp_replace(x, '(,? (ph ?d|d ?phil|md|mba|msc|mph|pmp))+$', '');
create or replace temp macro turned_name(x) as regexp_replace(x, '^([^,]+), ?([^,]+)$', '\2 \1');
create or replace temp macro without_title(x) as regexp_replace(regexp_replace(x,
    '^((dr|prof|professor|mr|mrs|ms|miss|mx|mme|herr|frau|dipl-ing|dr-ing) ((med|habil|rer nat|phil|jur) )*)+', ''),
    '( (dr|prof))+$', '');
create or replace temp macro name_key(x) as nullif(without_title(turned_name(without_degree(plain_name(x)))), '');
create or replace temp macro text_key(x) as coalesce(trim(regexp_replace(x, '\s+', ' ', 'g')), '');
create or replace temp macro digest(kind, a, b, c, d) as
    kind || '-' || left(md5(concat_ws(chr(31), kind, coalesce(a, chr(30)), coalesce(b, chr(30)), coalesce(c, chr(30)),
                                      coalesce(d, chr(30)))), 16);
create or replace temp macro email_person(e) as digest('person', 'email', e, null, null);
create or replace temp macro name_person(n) as digest('person', 'name', n, null, null);
create or replace temp macro pair_digest(program, mentor, mentee, start) as
    digest('pair', program, mentor, mentee, start::varchar);
