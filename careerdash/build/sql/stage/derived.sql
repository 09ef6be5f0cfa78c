-- grain: no new rows; fills what the rules derive, and only where no value was given
insert into program by name
select p.program, max(p.row_data_day) as row_data_day, arg_min(p.import_id, p.pair_id) as import_id,
       arg_min(p.source_file, p.pair_id) as source_file, arg_min(p.source_sheet, p.pair_id) as source_sheet,
       arg_min(p.source_row, p.pair_id) as source_row
from pair p where p.program is not null and p.program not in (select program from program)
group by p.program order by p.program;

insert into person by name
with brought as (  -- people of pair files in no roster; a bare id brings nothing to tell
    select m.person_id, n.last_ord, n.name, n.email, n.others
    from naming n join mention m on m.id is not distinct from n.id and m.email is not distinct from n.email
        and m.name_key is not distinct from n.name_key
    where m.person_id is not null and (n.name is not null or n.email is not null)
      and m.person_id not in (select person_id from person)
), place as (
    select ord, import_id, data_day, source_file, source_sheet, source_row from raw_pair
)
select b.person_id, arg_max(b.name, b.last_ord) as name, arg_max(b.email, b.last_ord) as email,
       arg_max(b.others, b.last_ord) as alternate_emails, max(r.data_day) as row_data_day,
       arg_max(r.import_id, r.ord) as import_id, arg_max(r.source_file, r.ord) as source_file,
       arg_max(r.source_sheet, r.ord) as source_sheet, arg_max(r.source_row, r.ord) as source_row
from brought b join place r on r.ord = b.last_ord
group by b.person_id order by b.person_id;

update milestone set original_due_date = f.first_value
from (select row_key, arg_min(due_date, ord) as first_value from keyed_milestone
      group by row_key having bool_or(derive_original)) f
where f.row_key = milestone.milestone_id and milestone.original_due_date is null;

update goal set original_target_date = f.first_value
from (select row_key, arg_min(target_date, ord) as first_value from keyed_goal
      group by row_key having bool_or(derive_original)) f
where f.row_key = goal.goal_id and goal.original_target_date is null;

update milestone set status = 'done'
where completed_date is not null and coalesce(status, 'open') = 'open';

insert into row_issue by name
select import_id, source_sheet as sheet, source_row as row, 0 as part, 'pair' as table_name, 'start_assumed' as code,
       'warning' as kind
from pair where start_date is null;

update pair set start_date = s.day
from (
    with dated as (
        select pair_id, date as day, row_data_day from check_in
        union all select pair_id, least(statement_date, reviewed_date), row_data_day from vision
        union all select pair_id, set_date, row_data_day from goal
        union all select pair_id, completed_date, row_data_day from milestone
        union all select pair_id, done_date, row_data_day from checklist
        union all select pair_id, connected_date, row_data_day from resource
        union all select pair_id, date, row_data_day from feedback
        union all select pair_id, date, row_data_day from recognition
    ), earliest as (  -- what is only planned does not make a pair begin
        select pair_id, min(day) as day from dated where day <= row_data_day group by pair_id
    ),
    first_seen as (select row_key as pair_id, min(data_day) as day from keyed_pair group by row_key)
    select p.pair_id, coalesce(g.start_date, e.day, f.day) as day
    from pair p
    left join program g using (program)
    left join earliest e on e.pair_id = p.pair_id
    left join first_seen f on f.pair_id = p.pair_id
    where p.start_date is null
) s
where s.pair_id = pair.pair_id and pair.start_date is null;
