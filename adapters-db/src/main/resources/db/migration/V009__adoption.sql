-- What the platform wrote in clear text is found by this alone, however many rows there are: what is sealed is not in it.
create index instagram_connexion_clear_token_idx on public.instagram_connexion (instagram_connexion_id)
  where instagram_access_token is not null and instagram_access_token !~ '^ctk[0-9]+[.]';
