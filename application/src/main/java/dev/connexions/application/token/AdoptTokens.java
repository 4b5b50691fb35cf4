package dev.connexions.application.token;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Seals, a batch each turn, what the platform wrote in clear text, before us or past us. Whoever is stopped in between
 * leaves the rest to be found again; what cannot be sealed is passed by.
 */
public final class AdoptTokens {

    static final int BATCH = 500;
    private static final String JOB = "adopt-tokens";

    /** @param more whether the next turn has something to look at already */
    public record Result(int sealed, boolean more) {}

    private final Transactions transactions;
    private final Connexions connexions;
    private final ForeignTokens tokens;
    /** Where the pass through all of them is; what cannot be sealed would otherwise be looked at for ever. */
    private final AtomicReference<@Nullable ConnexionId> last = new AtomicReference<>();

    public AdoptTokens(Transactions transactions, Connexions connexions, ForeignTokens tokens) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.tokens = tokens;
    }

    public Result turn() {
        var job = Caller.Job.across(JOB, RequestId.random());
        var found = transactions.in(job, tx -> tokens.after(tx, last.get(), BATCH));
        var sealed = 0;
        for (var each : found) {
            sealed += seal(job.within(each.organisation()), each.connexion()) ? 1 : 0;
        }
        var more = found.size() == BATCH;
        last.set(more ? found.getLast().connexion() : null);
        return new Result(sealed, more);
    }

    private boolean seal(Caller.Job job, ConnexionId connexion) {
        try {
            return transactions.in(job, tx -> connexions.lock(tx, connexion).isPresent() && tokens.seal(tx, connexion));
        } catch (StaleException changedMeanwhile) {
            return false;
        }
    }
}
