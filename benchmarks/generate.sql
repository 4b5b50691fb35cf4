-- psql -v dir=DIRECTORY -f generate.sql, as a superuser, on a migrated and empty database with the bundled platform
\set ON_ERROR_STOP on
set synchronous_commit = off;
-- the triggers would give every row one moment and one maker
set session_replication_role = replica;
\cd :dir
\copy public.organisations (organisation_id, organisation_nom) from 'organisations.tsv'
\copy public.utilisateurs (utilisateur_id, organisation_id, utilisateur_admin_presenca) from 'users.tsv'
\copy public.instagram_connexion (instagram_connexion_id, organisation_id, client_type, client_id, instagram_connexion_key, instagram_email_compte, instagram_access_token, instagram_token_expire_at, instagram_date_activation, instagram_statut_connexion, instagram_limite_quotidienne, instagram_business_account_id, instagram_permissions, instagram_type_compte, instagram_created_at, instagram_updated_at, instagram_reset_quota_at) from 'connexions.tsv'
\copy connexions.connexion_state (connexion_id, organisation_id, version, connexion_key, account_id, account_username, login_product, requested_permissions, status, since, reason, token_issued_at) from 'states.tsv'
vacuum analyze;
checkpoint;
