-- The service acts as this user in the background; the policies know it as an administrator.
insert into public.utilisateurs (utilisateur_id, organisation_id, utilisateur_admin_presenca)
values ('${systemUser}', null, true)
on conflict on constraint utilisateurs_pkey do update set utilisateur_admin_presenca = true;
