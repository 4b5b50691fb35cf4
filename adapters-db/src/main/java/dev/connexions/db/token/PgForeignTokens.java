package dev.connexions.db.token;

import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.ForeignTokens;
import dev.connexions.application.token.TokenVault;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public final class PgForeignTokens implements ForeignTokens {

    /** As the index has it, word for word, or it would not be used. */
    static final String IN_CLEAR = "instagram_access_token is not null and instagram_access_token !~ '^ctk[0-9]+[.]'";

    static final String AFTER = """
        select organisation_id, instagram_connexion_id
        from public.instagram_connexion
        where %s
          and instagram_connexion_id > cast(:after as uuid)
        order by instagram_connexion_id
        limit :limit
        """.formatted(IN_CLEAR);

    static final String AFTER_WITHIN = """
        select organisation_id, instagram_connexion_id
        from public.instagram_connexion
        where %s
          and organisation_id = cast(:organisation as uuid)
          and instagram_connexion_id > cast(:after as uuid)
        order by instagram_connexion_id
        limit :limit
        """.formatted(IN_CLEAR);

    private static final String READ = """
        select instagram_access_token
        from public.instagram_connexion
        where organisation_id = cast(:organisation as uuid) and instagram_connexion_id = cast(:id as uuid)
          and %s
        """.formatted(IN_CLEAR);

    /** Only over what was read: the platform may have written another one since. */
    private static final String SEAL = """
        update public.instagram_connexion
        set instagram_access_token = :sealed
        where organisation_id = cast(:organisation as uuid) and instagram_connexion_id = cast(:id as uuid)
          and instagram_access_token = :clear
        """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final TokenColumn column;

    public PgForeignTokens(KeyRing keys) {
        this.column = new TokenColumn(keys);
    }

    @Override
    public List<Whereabouts> after(Tx tx, @Nullable ConnexionId last, int limit) {
        var own = PgTx.of(tx);
        var across = own.caller() instanceof Caller.Job && own.organisation().isEmpty();
        if (!across && own.organisation().isEmpty()) {
            return List.of();
        }
        var params = new Params()
                .uuid("after", last == null ? BEFORE_ALL : last.value())
                .number("limit", limit);
        own.organisation().ifPresent(organisation -> params.uuid("organisation", organisation.value()));
        try (var rows = own.sql()
                .createQuery(across ? AFTER : AFTER_WITHIN)
                .params(params.map())
                .execute()) {
            return rows.map(row -> whereabouts(new Columns(row))).toList();
        }
    }

    @Override
    public boolean seal(Tx tx, ConnexionId connexion) {
        var own = PgTx.of(tx);
        return own.organisation()
                .map(organisation -> seal(own, organisation, connexion))
                .orElse(false);
    }

    private boolean seal(PgTx tx, OrganisationId organisation, ConnexionId connexion) {
        var row = new Params().uuid("organisation", organisation.value()).uuid("id", connexion.value());
        var clear = tx.sql()
                .createGet(READ)
                .params(row.map())
                .execute()
                .map(found -> new Columns(found).text("instagram_access_token"));
        return clear.filter(text ->
                        column.open(organisation, connexion, text) instanceof TokenVault.Opened.Token(var token)
                                && tx.sql()
                                                .createUpdate(SEAL)
                                                .params(row.text("clear", text)
                                                        .text("sealed", column.seal(organisation, connexion, token))
                                                        .map())
                                                .execute()
                                        == 1)
                .isPresent();
    }

    private static Whereabouts whereabouts(Columns row) {
        return new Whereabouts(
                new OrganisationId(row.uuid("organisation_id")), new ConnexionId(row.uuid("instagram_connexion_id")));
    }
}
