-- grain: reference: one row of a pair's table that names its pair by people, with the pair found, or why none
create temp table window_of as  -- one row a pair: from when to when it may have rows
select p.row_key as pair_id, any_value(p.mentor) as mentor, any_value(p.mentee) as mentee,
       arg_max(nullif(trim(r.program), ''), r.ord) as program,
       coalesce(arg_max(r.start_date, r.ord), date '0001-01-01') as first_day,
       coalesce(arg_max(r.end_date, r.ord), date '9999-12-31') as last_day
from pair_row p join raw_pair r using (ord) group by p.row_key;

create temp table reference as
with meant as (
    select l.table_name, l.ord, l.program, coalesce(l.day, l.data_day) as day, l.day is not null as dated, l.respondent,
           a.person_id as mentor, b.person_id as mentee, c.person_id as alone,
           coalesce(l.mentor_id, l.mentor_email, l.mentor_name) is not null as names_mentor,
           coalesce(l.mentee_id, l.mentee_email, l.mentee_name) is not null as names_mentee,
           coalesce(l.respondent_id, l.respondent_email, l.respondent_name) is not null as names_alone,
           (a.known or coalesce(l.mentor_id, l.mentor_email, l.mentor_name) is null)
               and (b.known or coalesce(l.mentee_id, l.mentee_email, l.mentee_name) is null)
               and (c.known or coalesce(l.respondent_id, l.respondent_email, l.respondent_name) is null) as known
    from loose_row l
    left join mention a on a.id is not distinct from nullif(trim(l.mentor_id), '')
        and a.email is not distinct from email_key(l.mentor_email) and a.name_key is not distinct from name_key(l.mentor_name)
    left join mention b on b.id is not distinct from nullif(trim(l.mentee_id), '')
        and b.email is not distinct from email_key(l.mentee_email) and b.name_key is not distinct from name_key(l.mentee_name)
    left join mention c on c.id is not distinct from nullif(trim(l.respondent_id), '')
        and c.email is not distinct from email_key(l.respondent_email)
        and c.name_key is not distinct from name_key(l.respondent_name)
), candidate as (
    select m.ord, w.pair_id, null::varchar as side,
           m.dated and m.day between w.first_day and w.last_day as in_window
    from meant m join window_of w on w.mentor = m.mentor and w.mentee = m.mentee
        and (nullif(trim(m.program), '') is null or w.program is not distinct from nullif(trim(m.program), ''))
    union all  -- a pair whose program no file names may be of the program that the row names, if no other pair is
    select m.ord, w.pair_id, null, m.dated and m.day between w.first_day and w.last_day
    from meant m join window_of w on w.mentor = m.mentor and w.mentee = m.mentee
    where w.program is null and nullif(trim(m.program), '') is not null and not exists (
        select 1 from window_of o
        where o.mentor = m.mentor and o.mentee = m.mentee and o.program = nullif(trim(m.program), ''))
    union all
    select m.ord, w.pair_id, 'mentor', m.day between w.first_day and w.last_day
    from meant m join window_of w on w.mentor = m.alone
    where not (m.names_mentor and m.names_mentee) and coalesce(m.respondent, 'mentor') = 'mentor'
      and (m.mentee is null or m.mentee = w.mentee)
    union all
    select m.ord, w.pair_id, 'mentee', m.day between w.first_day and w.last_day
    from meant m join window_of w on w.mentee = m.alone
    where not (m.names_mentor and m.names_mentee) and coalesce(m.respondent, 'mentee') = 'mentee'
      and (m.mentor is null or m.mentor = w.mentor)
), found as (
    select ord, count(*) as pairs, count(*) filter (in_window) as open_pairs,
           min(pair_id) as only_pair, min(pair_id) filter (in_window) as open_pair,
           min(side) as only_side, min(side) filter (in_window) as open_side,
           bool_or(side is null) as by_both
    from candidate group by ord  -- which no two rows of all tables share
), turned as (
    select distinct m.ord from meant m join window_of w on w.mentor = m.mentee and w.mentee = m.mentor
)
select m.table_name, m.ord,
       case when f.open_pairs = 1 then f.open_pair
            when f.pairs = 1 and f.by_both and f.open_pairs = 0 then f.only_pair end as pair_id,
       case when f.open_pairs = 1 then f.open_side else f.only_side end as side,
       case when f.open_pairs = 1 or (f.pairs = 1 and f.by_both and f.open_pairs = 0) then null
            when not m.names_mentor and not m.names_mentee and not m.names_alone then 'missing_value'
            when f.pairs is null and t.ord is not null then 'swapped_people'
            when m.known and ((m.names_mentor and m.mentor is null) or (m.names_mentee and m.mentee is null)
                 or (m.names_alone and m.alone is null and m.mentor is null and m.mentee is null))
                then 'ambiguous_person'
            when not m.known then 'unknown_person'
            else 'unknown_pair' end as problem,
       coalesce(f.pairs, 0) as candidates
from meant m
left join found f using (ord)
left join turned t using (ord);
