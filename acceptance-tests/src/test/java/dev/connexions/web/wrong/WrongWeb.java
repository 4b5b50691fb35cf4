package dev.connexions.web.wrong;

import dev.connexions.bootstrap.wrong.WrongRoot;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.sandbox.wrong.WrongSandbox;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.time.Instant;

public record WrongWeb(WrongRoot root, WrongSandbox sandbox, HttpClient client, Connection connection) {

    static String reveals(AccessToken token) {
        return token.reveal();
    }

    static Instant asks() {
        return Instant.now();
    }

    static void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }
}
