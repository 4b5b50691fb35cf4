package dev.connexions.application.testing;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.Stamps;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.token.Refreshing;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryConnexions implements Connexions {

    @Override
    public Optional<Connexion> find(Tx tx, ConnexionId id) {
        return rows(tx).filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Connexion> lock(Tx tx, ConnexionId id) {
        return find(tx, id);
    }

    @Override
    public Optional<ConnexionId> holderOf(Tx tx, AccountId account) {
        return rows(tx).filter(row -> accountOf(row).filter(account::equals).isPresent())
                .map(Connexion::id)
                .findFirst();
    }

    @Override
    public Connexion add(Tx tx, NewConnexion connexion) {
        var own = InMemoryTx.of(tx);
        own.mustSee(connexion.organisation());
        if (rows(tx).anyMatch(row -> row.key().equals(connexion.key()))) {
            throw new StaleException("the key is taken");
        }
        var row = new Connexion(
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
                new Stamps(own.startedAt(), own.user(), own.startedAt(), own.user()),
                1,
                Refreshing.NONE);
        own.tables().connexions().put(row.id(), row);
        return row;
    }

    @Override
    public Connexion save(Tx tx, Connexion connexion) {
        var own = InMemoryTx.of(tx);
        var stored = own.tables().connexions().get(connexion.id());
        if (stored == null || !own.sees(stored.organisation()) || stored.version() != connexion.version()) {
            throw new StaleException("connexion " + connexion.id() + " is gone or was saved meanwhile");
        }
        var account = accountOf(connexion);
        if (account.isPresent()
                && ours(tx).anyMatch(row ->
                        !row.id().equals(connexion.id()) && accountOf(row).equals(account))) {
            throw new StaleException("the account is taken");
        }
        grantOf(connexion).ifPresent(grant -> mustExist(own, grant));
        var saved = Rows.updated(stored, connexion, own.user(), own.startedAt());
        own.tables().connexions().put(saved.id(), saved);
        own.tables().plans().put(saved.id(), Plan.of(own.tables(), saved));
        return saved;
    }

    @Override
    public void remove(Tx tx, ConnexionId id) {
        var own = InMemoryTx.of(tx);
        var tables = own.tables();
        find(tx, id).ifPresent(row -> {
            tables.connexions().remove(id);
            tables.tokens().remove(id);
            tables.clear().remove(id);
            tables.unreadable().remove(id);
            tables.counts().remove(id);
            tables.reservations()
                    .values()
                    .removeIf(reservation -> reservation.connexion().equals(id));
            tables.plans().remove(id);
            tables.sessions().values().removeIf(session -> session.connexion().equals(id));
            grantOf(row)
                    .filter(grant -> rows(tx).noneMatch(other ->
                            grantOf(other).filter(grant::equals).isPresent()))
                    .ifPresent(tables.grants()::remove);
        });
    }

    private static Stream<Connexion> rows(Tx tx) {
        var own = InMemoryTx.of(tx);
        return own.tables().connexions().values().stream()
                .filter(row -> own.sees(row.organisation()))
                .map(row -> Rows.read(row, own.tables().tokens().containsKey(row.id())));
    }

    /** Nothing keeps the rows that the platform wrote from using a key or an account twice. */
    private static Stream<Connexion> ours(Tx tx) {
        return rows(tx).filter(row -> row.version() > 0);
    }

    private static Optional<AccountId> accountOf(Connexion row) {
        return row.state().linked().map(Link::account).map(Account::id);
    }

    private static Optional<GrantId> grantOf(Connexion row) {
        return row.state().linked().map(Link::grant).filter(Objects::nonNull);
    }

    private static void mustExist(InMemoryTx own, GrantId id) {
        var grant = own.tables().grants().get(id);
        if (grant == null || !own.sees(grant.organisation())) {
            throw new IllegalStateException("a link to a grant that is not stored");
        }
    }
}
