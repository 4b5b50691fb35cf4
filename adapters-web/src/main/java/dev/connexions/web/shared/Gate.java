package dev.connexions.web.shared;

import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.net.InetAddress;
import java.util.List;

/** Tells from the credential who calls. */
@FunctionalInterface
public interface Gate {

    /**
     * @param authorization every {@code Authorization} header of the request
     * @param peer the other end of the socket: what a request says about its way here can be made up
     * @throws Refusal when there is no credential that counts, or it cannot be checked now
     */
    Caller.User admit(List<String> authorization, InetAddress peer, RequestId request);
}
