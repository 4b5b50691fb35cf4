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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public Map<AccountId, ConnexionId> holdersOf(Tx tx, Collection<AccountId> accounts) {
        var holders = new HashMap<AccountId, ConnexionId>();
        for (var account : accounts) {
            holderOf(tx, account).ifPresent(holder -> holders.put(account, holder));
        }
        return holders;
    }

    @Override
    public List<Connexion> hangingOn(Tx tx, GrantId grant) {
        return hanging(tx, grant)
                .sorted(Comparator.comparing((Connexion row) -> row.stamps().createdAt())
                        .thenComparing(row -> row.id().value().toString()))
                .toList();
    }

    static Stream<Connexion> hanging(Tx tx, GrantId grant) {
        return rows(tx).filter(row -> grantOf(row).filter(grant::equals).isPresent());
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
            tables.proved().remove(id);
            tables.sessions().values().removeIf(session -> session.connexion().equals(id));
            tables.sessionTokens().keySet().retainAll(tables.sessions().keySet());
            grantOf(row)
                    .filter(grant -> hanging(tx, grant).findAny().isEmpty())
                    .ifPresent(grant -> InMemoryGrants.remove(tables, grant));
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
