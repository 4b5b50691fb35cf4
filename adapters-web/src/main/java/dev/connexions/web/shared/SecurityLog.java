package dev.connexions.web.shared;

import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/** One line for each refusal of a credential or of a permission. Never what was presented. */
public final class SecurityLog {

    private static final System.Logger LOGGER = System.getLogger("dev.connexions.security");

    private SecurityLog() {}

    /** @param why a code of ours */
    public static void refused(String why, RequestId request, @Nullable UserId user) {
        LOGGER.log(
                System.Logger.Level.WARNING,
                () -> "event=refused reason=" + why + " request=" + request.value() + " user="
                        + (user == null ? "-" : user.value()));
    }
}
