package dev.connexions.db.token;

import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.application.token.UnreadableTokens;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class PgUnreadableTokens implements UnreadableTokens {

    private static final String PAGE = """
        select c.organisation_id, c.instagram_connexion_id, c.instagram_access_token,
          exists (
            select from connexions.connexion_state s
            where s.organisation_id = c.organisation_id and s.connexion_id = c.instagram_connexion_id
              and s.token_unreadable_since is not null) as noted
        from public.instagram_connexion c
        where c.instagram_connexion_id > cast(:after as uuid)
          and (:across or c.organisation_id = cast(:organisation as uuid))
        order by c.instagram_connexion_id
        limit :limit
        """;

    private static final String NOTE = """
        update connexions.connexion_state s
        set token_unreadable_since = case when :unreadable then cast(:now as timestamptz) end,
            token_unreadable_created_at = case when :unreadable then c.instagram_created_at end
        from public.instagram_connexion c
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_connexion_id = cast(:id as uuid)
          and s.organisation_id = c.organisation_id and s.connexion_id = c.instagram_connexion_id
        """;

    /** Says nothing of the state, the account and the stamps, which stay the row's own. */
    private static final String NOTE_FOREIGN = """
        insert into connexions.connexion_state
          (connexion_id, organisation_id, version, connexion_key, updated_at, updated_by, token_unreadable_since,
           token_unreadable_created_at)
        select c.instagram_connexion_id, c.organisation_id, 1,
               case when exists (
                   select from connexions.connexion_state o
                   where o.organisation_id = c.organisation_id and o.connexion_key = c.instagram_connexion_key)
                 then null else c.instagram_connexion_key end,
               c.instagram_updated_at, c.instagram_updated_by, cast(:now as timestamptz), c.instagram_created_at
        from public.instagram_connexion c
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_connexion_id = cast(:id as uuid)
          and :unreadable
        """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final TokenColumn column;

    public PgUnreadableTokens(KeyRing keys) {
        this.column = new TokenColumn(keys);
    }

    private record Row(Misnoted row, boolean noted) {}

    @Override
    public Glance glance(Tx tx, @Nullable ConnexionId after, int rows) {
        var own = PgTx.of(tx);
        var params = new Params()
                .flag("across", own.caller() instanceof Caller.Job job && job.organisation() == null)
                .uuid(
                        "organisation",
                        own.organisation().map(OrganisationId::value).orElse(null))
                .uuid("after", after == null ? BEFORE_ALL : after.value())
                .number("limit", rows);
        List<Row> page;
        try (var found = own.sql().createQuery(PAGE).params(params.map()).execute()) {
            page = found.map(row -> read(new Columns(row))).toList();
        }
        return new Glance(
                page.stream()
                        .filter(each -> each.row().unreadable() != each.noted())
                        .map(Row::row)
                        .toList(),
                page.size() == rows ? page.getLast().row().connexion() : null);
    }

    private Row read(Columns row) {
        var organisation = new OrganisationId(row.uuid("organisation_id"));
        var connexion = new ConnexionId(row.uuid("instagram_connexion_id"));
        var opened = column.open(organisation, connexion, row.textOrNull("instagram_access_token"));
        return new Row(new Misnoted(organisation, connexion, opened instanceof Opened.Unreadable), row.flag("noted"));
    }

    @Override
    public void note(Tx tx, ConnexionId connexion, boolean unreadable, Instant now) {
        var own = PgTx.of(tx);
        own.organisation().ifPresent(organisation -> {
            var params = new Params()
                    .uuid("organisation", organisation.value())
                    .uuid("id", connexion.value())
                    .flag("unreadable", unreadable)
                    .at("now", now)
                    .map();
            if (own.sql().createUpdate(NOTE).params(params).execute() == 0) {
                own.sql().createInsert(NOTE_FOREIGN).params(params).execute();
            }
        });
    }
}
