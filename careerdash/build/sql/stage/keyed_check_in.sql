-- grain: one row that names a meeting, with the meeting it speaks of (its id, else pair, day and its number that day)
create temp table own_check_in as  -- the ids that a file itself brings for a day on which it has rows without one too
select distinct l.import_id, l.pair_id, l.date, trim(l.check_in_id) as id
from located_check_in l
semi join located_check_in o on o.import_id = l.import_id and o.pair_id = l.pair_id and o.date = l.date
    and nullif(trim(o.check_in_id), '') is null
where nullif(trim(l.check_in_id), '') is not null;

create temp table numbered_check_in as  -- rows without an id, counted on after those of the file that have one
select l.ord, l.import_id, l.pair_id, l.date, l.weak,
       case when l.weak then 1
            else coalesce(o.ids, 0)
                + row_number() over (partition by l.import_id, l.pair_id, l.date, l.weak order by l.ord) end as number
from (select ord, import_id, pair_id, date, coalesce(weak, false) as weak from located_check_in
      where pair_id is not null and nullif(trim(check_in_id), '') is null) l
left join (select import_id, pair_id, date, count(*) as ids from own_check_in group by all) o
    on o.import_id = l.import_id and o.pair_id = l.pair_id and o.date = l.date;

create temp table known_check_in as
select pair_id, date, id, row_number() over (partition by pair_id, date order by first_ord, id) as number
from (
    select l.pair_id, l.date, trim(l.check_in_id) as id, min(l.ord) as first_ord
    from located_check_in l
    where nullif(trim(l.check_in_id), '') is not null
      and (l.pair_id, l.date) in (select pair_id, date from numbered_check_in)
    group by all
);

create temp table keyed_check_in as
with loose as (
    select n.ord, coalesce(case when n.weak or o.id is null then k.id end,
                           digest('check_in', n.pair_id, n.date::varchar, n.number::varchar, null)) as row_key
    from numbered_check_in n
    left join known_check_in k on k.pair_id = n.pair_id and k.date = n.date and k.number = n.number
    left join own_check_in o on o.import_id = n.import_id and o.pair_id = n.pair_id and o.date = n.date and o.id = k.id
), keyed as (
    select l.*, trim(l.check_in_id) as row_key
    from located_check_in l where l.pair_id is not null and nullif(trim(l.check_in_id), '') is not null
    union all by name
    select l.*, n.row_key from located_check_in l join loose n using (ord)
), told as (  -- a given value beats a derived one, whatever the order
    select distinct row_key from keyed where has_record is not null and derived_record is distinct from true
), noted as (  -- an empty cell for notes erases none
    select distinct row_key from keyed where has_record and derived_record
)
select row_key, case when weak then ord - 4611686018427387904 else ord end as rank, ord, data_day,
       null::boolean as derive_original, row_key as check_in_id, pair_id, date, status, minutes, mode, evidence,
       covered_progress, covered_challenges, covered_adjustments,
       case when derived_record is distinct from true then has_record
            when row_key not in (from told) then row_key in (from noted) end as has_record,
       notes, import_id, source_file, source_sheet, source_row, extras
from keyed;
