package dev.connexions.bootstrap.wiring;

import dev.connexions.bootstrap.settings.Settings.Listener;
import io.helidon.webserver.WebServer;

/** Starting a server that may find its port taken. */
final class Listening {

    private Listening() {}

    /** @throws StartRefusedException when it cannot listen there; by itself the server merely logs that and returns */
    static WebServer start(WebServer server, Listener listener) {
        server.start();
        if (!server.isRunning()) {
            throw new StartRefusedException(
                    "cannot listen on " + listener.host() + ":" + listener.port() + ": it is taken, or not ours");
        }
        return server;
    }
}
