-- grain: no rows: where no id has leading zeros none can have lost them
create temp table id_alias (old_id varchar, id varchar);
create temp table lost_zeros (
    import_id integer, sheet varchar, ids bigint, width bigint, bare varchar, padded varchar, differ boolean, plain boolean,
    beside integer);
