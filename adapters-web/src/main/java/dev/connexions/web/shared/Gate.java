package dev.connexions.web.shared;

import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.util.List;

/** Tells from the credential who calls. */
@FunctionalInterface
public interface Gate {

    /**
     * @param authorization every {@code Authorization} header of the request
     * @throws Refusal when there is no credential that counts, or it cannot be checked now
     */
    Caller.User admit(List<String> authorization, RequestId request);
}
