package dev.connexions.application.testing;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.List;
import java.util.Optional;

/** One organisation and its operator, and what a test puts there and looks up behind the use cases' backs. */
public record Scene(InMemoryApplication application, Caller.User operator, OrganisationId organisation) {

    public static Scene create() {
        return in(InMemoryApplication.create());
    }

    /** Another organisation in the same application. */
    public Scene elsewhere() {
        return in(application);
    }

    private static Scene in(InMemoryApplication application) {
        var organisation = Fixtures.organisation();
        return new Scene(application, application.store().operator(organisation), organisation);
    }

    public Scene on(InMemoryApplication other) {
        return new Scene(other, operator, organisation);
    }

    public Connexion connexion() {
        return store().transactions()
                .in(operator, tx -> store().connexions().add(tx, Fixtures.newConnexion(organisation)));
    }

    /** A connexion in this state, with a token. */
    public Connexion connexion(State state) {
        var connexion = connexion();
        return store().transactions().in(operator, tx -> {
            store().vault().store(tx, connexion.id(), Fixtures.token());
            return store().connexions().save(tx, Fixtures.with(connexion, state));
        });
    }

    public Optional<Connexion> find(ConnexionId id) {
        return store().transactions().in(operator, tx -> store().connexions().find(tx, id));
    }

    public TokenVault.Opened token(ConnexionId id) {
        return store().transactions().in(operator, tx -> store().vault().open(tx, id));
    }

    /** Newest first. */
    public List<AuditTrail.Read> audit() {
        return store().transactions().in(operator, tx -> store().audit().read(tx, null, null, 1000));
    }

    public List<Action> actions() {
        return audit().stream().map(read -> read.entry().action()).toList();
    }

    public InMemoryStore store() {
        return application.store();
    }
}
