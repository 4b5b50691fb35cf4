package dev.connexions.db.quota;

import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * As whom a statement runs, whichever request it is for.
 *
 * @param user whom the claims name
 * @param organisation whose rows are meant when that is not the user's own; absent for the user's own
 */
record Principal(UserId user, boolean job, @Nullable OrganisationId organisation) {

    static Principal of(Caller caller, UserId system) {
        return switch (caller) {
            case Caller.User someone ->
                new Principal(
                        someone.id(),
                        false,
                        someone.acting() instanceof Acting.Within within ? within.organisation() : null);
            case Caller.Job working -> new Principal(system, true, working.organisation());
        };
    }

    /** A job that is still looking something up; whatever organisation the system user has, it is not meant. */
    boolean worksForNobody() {
        return job && organisation == null;
    }

    String claims() {
        return "{\"sub\":\"" + user.value() + "\",\"role\":\"authenticated\"}";
    }
}
