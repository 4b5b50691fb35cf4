package dev.connexions.application.shared;

import dev.connexions.domain.shared.Caller;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

public interface Transactions {

    /**
     * Runs {@code work} in one transaction as {@code caller}: committed when it returns, rolled back when it throws.
     * Never call another system from inside {@code work}; it would hold a connection while it waits.
     *
     * @throws NoOrganisationException for a user who has no organisation and is no administrator
     * @throws StaleException when somebody else changed what {@code work} wanted to change
     * @throws DatabaseUnavailableException when it could not be asked, or not in time
     */
    <T extends @Nullable Object> T in(Caller caller, Function<Tx, T> work);
}
