package dev.connexions.application.connexion;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.shared.Caller;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

public final class CreateConnexion {

    /** @param key chosen by the platform, or absent to have one generated */
    public record Command(
            ClientRef client,
            AccountEmail accountEmail,
            @Nullable ConnexionKey key,
            @Nullable DailyLimit dailyLimit) {}

    public sealed interface Result {
        record Created(Connexion connexion) implements Result {}

        record KeyAlreadyUsed() implements Result {}
    }

    private final Transactions transactions;
    private final Connexions connexions;
    private final AuditTrail audit;
    private final InstantSource clock;

    public CreateConnexion(Transactions transactions, Connexions connexions, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.audit = audit;
        this.clock = clock;
    }

    public Result handle(Caller caller, Command command) {
        try {
            return transactions.in(caller, tx -> create(tx, command));
        } catch (StaleException keyTaken) {
            return new Result.KeyAlreadyUsed();
        }
    }

    private Result create(Tx tx, Command command) {
        var key = command.key() == null ? ConnexionKey.generated() : command.key();
        var connexion = new NewConnexion(
                ConnexionId.random(),
                tx.requireOrganisation(),
                key,
                command.client(),
                command.accountEmail(),
                command.dailyLimit(),
                clock.instant());
        var created = connexions.add(tx, connexion);
        audit.append(tx, connexion.events());
        return new Result.Created(created);
    }
}
