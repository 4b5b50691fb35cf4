package dev.connexions.db.connexion;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.TokenColumn;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.Stamps;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.token.Refreshing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** In the platform's table, with what it cannot express in {@code connexion_state} beside it. */
public final class PgConnexions implements Connexions {

    private final ConnexionMapper mapper = new ConnexionMapperImpl();
    private final RowReader reader;

    /** @param keys tell whether a stored token can be opened; it is not */
    public PgConnexions(KeyRing keys) {
        this.reader = new RowReader(new TokenColumn(keys));
    }

    @Override
    public Optional<Connexion> find(Tx tx, ConnexionId id) {
        return one(PgTx.of(tx), ConnexionSql.FIND, id).map(this::connexion);
    }

    @Override
    public Optional<Connexion> lock(Tx tx, ConnexionId id) {
        var own = PgTx.of(tx);
        if (one(own, ConnexionSql.LOCK_STATE, id).isEmpty()) {
            // whoever we wait for may be about to put a state beside the row: only a later statement sees it
            one(own, ConnexionSql.LOCK_ROW, id);
        }
        return one(own, ConnexionSql.LOCK, id).map(this::connexion);
    }

    @Override
    public Optional<ConnexionId> holderOf(Tx tx, AccountId account) {
        var own = PgTx.of(tx);
        return organisation(own)
                .flatMap(params -> get(own, ConnexionSql.HOLDER, params.text("account", account.value())))
                .map(row -> new ConnexionId(row.uuid("instagram_connexion_id")));
    }

    @Override
    public Map<AccountId, ConnexionId> holdersOf(Tx tx, Collection<AccountId> accounts) {
        var own = PgTx.of(tx);
        var wanted = accounts.stream().map(AccountId::value).toArray(String[]::new);
        return organisation(own)
                .map(params -> list(own, ConnexionSql.HOLDERS, params.texts("accounts", wanted)))
                .orElseGet(List::of)
                .stream()
                .collect(Collectors.toMap(
                        row -> new AccountId(row.text("instagram_business_account_id")),
                        row -> new ConnexionId(row.uuid("instagram_connexion_id"))));
    }

    @Override
    public List<Connexion> hangingOn(Tx tx, GrantId grant) {
        var own = PgTx.of(tx);
        return organisation(own)
                .map(params -> list(own, ConnexionSql.HANGING_ON, params.uuid("grant", grant.value())))
                .orElseGet(List::of)
                .stream()
                .map(this::connexion)
                // of a row that the platform gave another account, what stands beside it tells nothing
                .filter(row -> row.state()
                        .linked()
                        .filter(link -> grant.equals(link.grant()))
                        .isPresent())
                .toList();
    }

    @Override
    public Connexion add(Tx tx, NewConnexion connexion) {
        var own = PgTx.of(tx);
        own.mustWorkFor(connexion.organisation());
        var row = get(own, ConnexionSql.ADD, RowParams.of(connexion))
                .orElseThrow(() -> new StaleException("the key is taken"));
        var at = row.at("instagram_created_at");
        var by = RowReader.user(row.uuidOrNull("instagram_created_by"));
        return new Connexion(
                connexion.id(),
                connexion.organisation(),
                connexion.key(),
                connexion.client(),
                connexion.accountEmail(),
                connexion.dailyLimit(),
                true,
                connexion.at(),
                new State.Pending(),
                connexion.at(),
                null,
                new Stamps(at, by, at, by),
                1,
                Refreshing.NONE);
    }

    @Override
    public Connexion save(Tx tx, Connexion connexion) {
        var own = PgTx.of(tx);
        if (own.organisation().filter(connexion.organisation()::equals).isEmpty()) {
            throw stale(connexion);
        }
        var row = mapper.toRow(connexion);
        if (saveState(own, row) == 0) {
            throw stale(connexion);
        }
        var sql = row.state().status() == null ? ConnexionSql.TOUCH_ROW : ConnexionSql.UPDATE_ROW;
        var stored = get(own, sql, RowParams.row(row)).orElseThrow(() -> stale(connexion));
        if (row.state().status() == null) {
            // what cannot be read is dated by the row's last change, which is this one
            return find(tx, connexion.id()).orElseThrow(() -> stale(connexion));
        }
        return saved(
                connexion,
                new Stamps(
                        stored.at("instagram_created_at"),
                        RowReader.user(stored.uuidOrNull("instagram_created_by")),
                        stored.at("instagram_updated_at"),
                        RowReader.user(stored.uuidOrNull("instagram_updated_by"))));
    }

    private static long saveState(PgTx tx, ConnexionRow row) {
        var params = RowParams.state(row).map();
        if (row.version() == 0) {
            return tx.sql()
                    .createInsert(ConnexionSql.INSERT_STATE)
                    .params(params)
                    .execute();
        }
        var sql = row.state().status() == null ? ConnexionSql.TOUCH_STATE : ConnexionSql.UPDATE_STATE;
        return tx.sql().createUpdate(sql).params(params).execute();
    }

    @Override
    public void remove(Tx tx, ConnexionId id) {
        var own = PgTx.of(tx);
        organisation(own).ifPresent(params -> {
            params.uuid("id", id.value());
            var grant = get(own, ConnexionSql.GRANT_OF, params).map(row -> row.uuid("grant_id"));
            own.sql().createDelete(ConnexionSql.REMOVE).params(params.map()).execute();
            grant.ifPresent(orphan -> {
                params.uuid("grant", orphan);
                get(own, ConnexionSql.LOCK_GRANT, params);
                own.sql()
                        .createDelete(ConnexionSql.REMOVE_ORPHANED_GRANT)
                        .params(params.map())
                        .execute();
            });
        });
    }

    private Connexion connexion(Columns row) {
        return mapper.toDomain(reader.read(row));
    }

    private static Optional<Columns> one(PgTx tx, String sql, ConnexionId id) {
        return organisation(tx).flatMap(params -> get(tx, sql, params.uuid("id", id.value())));
    }

    private static Optional<Params> organisation(PgTx tx) {
        return tx.organisation().map(organisation -> new Params().uuid("organisation", organisation.value()));
    }

    private static List<Columns> list(PgTx tx, String sql, Params params) {
        try (var rows = tx.sql().createQuery(sql).params(params.map()).execute()) {
            return rows.map(Columns::new).toList();
        }
    }

    private static Optional<Columns> get(PgTx tx, String sql, Params params) {
        return tx.sql().createGet(sql).params(params.map()).execute().map(Columns::new);
    }

    private static StaleException stale(Connexion connexion) {
        return new StaleException("connexion " + connexion.id().value() + " is gone or was saved meanwhile");
    }

    private static Connexion saved(Connexion connexion, Stamps stamps) {
        return new Connexion(
                connexion.id(),
                connexion.organisation(),
                connexion.key(),
                connexion.client(),
                connexion.accountEmail(),
                connexion.dailyLimit(),
                connexion.enabled(),
                connexion.activatedAt(),
                connexion.state(),
                connexion.since(),
                connexion.lastSyncedAt(),
                stamps,
                connexion.version() + 1,
                connexion.refreshing());
    }
}
