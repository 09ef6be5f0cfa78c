-- grain: pair_row: one sheet row that names a pair, with its people and the pair (row_key) it belongs to
create temp table pair_named as
select r.ord, r.import_id, nullif(trim(r.pair_id), '') as given_id, nullif(trim(r.program), '') as program,
       r.start_date, r.mentor_id as wrote_mentor, r.mentee_id as wrote_mentee,
       a.person_id as mentor, b.person_id as mentee
from raw_pair r
left join mention a on a.id is not distinct from nullif(trim(r.mentor_id), '')
    and a.email is not distinct from email_key(r.mentor_email) and a.name_key is not distinct from name_key(r.mentor_name)
left join mention b on b.id is not distinct from nullif(trim(r.mentee_id), '')
    and b.email is not distinct from email_key(r.mentee_email) and b.name_key is not distinct from name_key(r.mentee_name);

create temp table id_first as  -- the people with whom each id was first seen
select given_id, arg_min(mentor, ord) as mentor, arg_min(mentee, ord) as mentee
from pair_named where given_id is not null and mentor is not null and mentee is not null group by given_id;

create temp table pair_swapped as
select n.ord from pair_named n join id_first f using (given_id)
where n.mentor = f.mentee and n.mentee = f.mentor and n.mentor <> n.mentee;

create temp table id_pair as  -- one row a pair that has an id of its own
select given_id, arg_max(program, ord) as program, arg_max(mentor, ord) as mentor, arg_max(mentee, ord) as mentee,
       arg_max(start_date, ord) as start_date, min(ord) as first_ord
from pair_named
where given_id is not null and mentor is not null and mentee is not null
  and ord not in (select ord from pair_swapped)
group by given_id;

create temp table loose_pair as  -- one row a natural key of rows without an id
select program, mentor, mentee, start_date, min(ord) as first_ord
from pair_named where given_id is null and mentor is not null and mentee is not null
group by program, mentor, mentee, start_date;

-- the other way round: the older row is right
create temp table loose_swapped as
with known as (
    select program, mentor, mentee, start_date, first_ord, true as by_id from id_pair
    union all select program, mentor, mentee, start_date, first_ord, false from loose_pair
)
select distinct l.program, l.mentor, l.mentee, l.start_date
from loose_pair l join known k on k.mentor = l.mentee and k.mentee = l.mentor and l.mentor <> l.mentee
    and k.program is not distinct from l.program
    and (k.start_date = l.start_date or k.start_date is null or l.start_date is null)
    and (k.by_id or k.first_ord < l.first_ord)
where not exists (  -- a pair that stands the right way round as well is no repetition
    select 1 from id_pair i where i.mentor = l.mentor and i.mentee = l.mentee
      and i.program is not distinct from l.program and i.start_date is not distinct from l.start_date);

insert into pair_swapped
select n.ord from pair_named n join loose_swapped s on n.mentor = s.mentor and n.mentee = s.mentee
    and n.program is not distinct from s.program and n.start_date is not distinct from s.start_date
where n.given_id is null;

create temp table dated_entity as  -- natural keys with a start
with key as (
    select l.* from loose_pair l anti join loose_swapped s on l.mentor = s.mentor and l.mentee = s.mentee
        and l.program is not distinct from s.program and l.start_date is not distinct from s.start_date
    where l.start_date is not null
), same_start as (
    select k.program, k.mentor, k.mentee, k.start_date, arg_min(i.given_id, i.first_ord) as entity
    from key k join id_pair i on i.mentor = k.mentor and i.mentee = k.mentee
        and i.program is not distinct from k.program and i.start_date = k.start_date
    group by all
), no_start as (  -- the only pair of these people in this program, and nobody ever said when it started
    select k.program, k.mentor, k.mentee, k.start_date, min(i.given_id) as entity
    from key k join id_pair i on i.mentor = k.mentor and i.mentee = k.mentee and i.program is not distinct from k.program
    group by all having count(*) = 1 and count(i.start_date) = 0
), other_program as (  -- a row without a program column: the only pair of these people with that start
    select k.program, k.mentor, k.mentee, k.start_date, min(o.entity) as entity
    from key k join (
        select mentor, mentee, start_date, given_id as entity from id_pair where program is not null
        union all
        select mentor, mentee, start_date, pair_digest(program, mentor, mentee, start_date)
        from key where program is not null
    ) o on o.mentor = k.mentor and o.mentee = k.mentee and o.start_date = k.start_date
    where k.program is null
    group by all having count(distinct o.entity) = 1
)
select k.program, k.mentor, k.mentee, k.start_date, k.first_ord,
       coalesce(s.entity, n.entity, o.entity, pair_digest(k.program, k.mentor, k.mentee, k.start_date)) as entity
from key k
left join same_start s on s.mentor = k.mentor and s.mentee = k.mentee and s.start_date = k.start_date
    and s.program is not distinct from k.program
left join no_start n on n.mentor = k.mentor and n.mentee = k.mentee and n.start_date = k.start_date
    and n.program is not distinct from k.program
left join other_program o on o.mentor = k.mentor and o.mentee = k.mentee and o.start_date = k.start_date
    and o.program is not distinct from k.program;

create temp table undated_entity as  -- natural keys without a start: the latest pair of that program and people
with key as (
    select l.* from loose_pair l anti join loose_swapped s on l.mentor = s.mentor and l.mentee = s.mentee
        and l.program is not distinct from s.program and l.start_date is not distinct from s.start_date
    where l.start_date is null
), known as (
    select program, mentor, mentee, start_date, given_id as entity from id_pair
    union
    select program, mentor, mentee, start_date, entity from dated_entity
), latest as (
    select k.program, k.mentor, k.mentee, arg_max(o.entity, (coalesce(o.start_date, date '0001-01-01'), o.entity)) as entity
    from key k join known o on o.mentor = k.mentor and o.mentee = k.mentee and o.program is not distinct from k.program
    group by all
), other_program as (
    select k.program, k.mentor, k.mentee, min(o.entity) as entity
    from key k join known o on o.mentor = k.mentor and o.mentee = k.mentee
    where k.program is null
    group by all having count(distinct o.entity) = 1
)
select k.program, k.mentor, k.mentee, k.start_date, k.first_ord,
       coalesce(l.entity, o.entity, pair_digest(k.program, k.mentor, k.mentee, null)) as entity
from key k
left join latest l on l.mentor = k.mentor and l.mentee = k.mentee and l.program is not distinct from k.program
left join other_program o on o.mentor = k.mentor and o.mentee = k.mentee and o.program is not distinct from k.program;

create temp table pair_row as
with sorted as (  -- rows with an id join nothing; said in the join, that would make it a loop over all pairs
    select ord, given_id, program, start_date, mentor, mentee, case when given_id is null then mentor end as loose_mentor,
           case when given_id is null and start_date is null then mentor end as undated_mentor
    from pair_named
    where mentor is not null and mentee is not null and ord not in (select ord from pair_swapped)
)
select n.ord, n.mentor, n.mentee, coalesce(n.given_id, d.entity, u.entity) as row_key
from sorted n
left join dated_entity d on d.mentor = n.loose_mentor and d.mentee = n.mentee
    and d.program is not distinct from n.program and d.start_date = n.start_date
left join undated_entity u on u.mentor = n.undated_mentor and u.mentee = n.mentee
    and u.program is not distinct from n.program;

insert into identity by name
with natural_key as (
    select program, mentor, mentee, start_date, entity from dated_entity
    union select program, mentor, mentee, start_date, entity from undated_entity
), alias as (  -- every id that the person of a natural key may have had
    select i.old_id, i.id from identity i
    where i.kind = 'person' and i.id in (select mentor from natural_key union select mentee from natural_key)
)
select distinct 'pair' as kind, old_id, id from (
    select row_key as old_id, row_key as id from pair_row
    union all
    select pair_digest(k.program, a.old_id, b.old_id, k.start_date), k.entity
    from natural_key k join alias a on a.id = k.mentor join alias b on b.id = k.mentee
) order by old_id, id;
