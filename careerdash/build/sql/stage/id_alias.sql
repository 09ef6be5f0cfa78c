-- grain: id_spelling: one id without leading zeros beside one with them (12345, 012345), and what speaks for one person
-- needs: written_id(import_id, sheet, id), the ids of digits of each sheet; id_evidence(id, kind, value), what rows say of them
create temp table sheet_digits as
select import_id, sheet, min(length(id)) as low, max(length(id)) as high, bool_or(starts_with(id, '0')) as zeros
from written_id group by import_id, sheet;

create temp table id_spelling as
with whole as (  -- sheets whose ids all have one length
    select distinct w.id from written_id w join sheet_digits s on s.import_id = w.import_id
        and s.sheet is not distinct from w.sheet where s.zeros and s.low = s.high
), beside as (
    select b.id as bare, p.id as padded, p.id in (from whole) as whole
    from (select distinct id from written_id where not starts_with(id, '0')) b
    join (select distinct id from written_id where starts_with(id, '0')) p on ltrim(p.id, '0') = b.id
), one_sheet as (  -- two people, because one sheet tells them apart
    select distinct b.bare, b.padded from beside b join written_id l on l.id = b.bare join written_id r on r.id = b.padded
        and r.import_id = l.import_id and r.sheet is not distinct from l.sheet
), kept_zeros as (  -- written without zeros where others have them
    select distinct w.id from written_id w join sheet_digits s on s.import_id = w.import_id
        and s.sheet is not distinct from w.sheet where s.zeros
), told as (
    select b.bare, b.padded, l.kind, bool_or(l.value = r.value) as agree
    from beside b join id_evidence l on l.id = b.bare join id_evidence r on r.id = b.padded and r.kind = l.kind
    group by all
), known as (select bare, padded, bool_or(agree) as agree from told group by all)
select b.bare, b.padded, k.agree,
       b.whole and b.bare not in (from kept_zeros) and count(*) over (partition by b.bare) = 1 as plain
from beside b left join known k using (bare, padded) anti join one_sheet o on o.bare = b.bare and o.padded = b.padded;

-- where some ids of a sheet are known to be those of another, and none is known to be no other, the rest of them is too
create temp table id_alias as
with lacking as (
    select w.import_id, w.sheet, s.bare, s.padded, s.agree, s.plain
    from written_id w join id_spelling s on s.bare = w.id
), sure as (
    select import_id, sheet from lacking group by all
    having bool_and(plain) and bool_and(agree is not false) and bool_or(coalesce(agree, false))
)
select distinct bare as old_id, padded as id from id_spelling where plain and agree
union
select distinct l.bare, l.padded from lacking l join sure u on u.import_id = l.import_id
    and u.sheet is not distinct from l.sheet where l.plain and l.agree is not false;

create temp table lost_zeros as  -- one sheet whose ids may lack their zeros, which nothing says for sure
select w.import_id, w.sheet, count(*) as ids, min(length(s.padded)) as width, min(s.bare) as bare,
       arg_min(s.padded, s.bare) as padded, not bool_and(s.agree is not false) as differ, bool_and(s.plain) as plain,
       max(o.import_id) as beside
from written_id w join id_spelling s on s.bare = w.id
join (select id, max(import_id) as import_id from written_id group by id) o on o.id = s.padded
where s.bare not in (select old_id from id_alias)
group by w.import_id, w.sheet having count(distinct length(s.padded)) = 1;
