-- The service asks these two directly, as its own login, while it takes the role of a caller.
grant usage on schema public to "${application}";
grant execute on function public.is_admin_presenca(uuid), public.get_user_organisation_id(uuid) to "${application}";
