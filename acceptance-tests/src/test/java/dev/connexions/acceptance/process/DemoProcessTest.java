package dev.connexions.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process: connected with nothing but HTTP, killed at each step of the way, stopped properly. */
class DemoProcessTest {

    @TempDir
    private Path directory;

    @Test
    void carriesOnAfterBeingKilledAtEachStepOfTheWay() {
        var data = directory.resolve("data").toString();
        String connexion;
        URI link;

        // killed after the connexion was made
        var demo = DemoProcess.start(directory, "--data-dir", data);
        connexion = new Visitor(demo).create();
        demo.kill();

        // killed after the link was handed out
        demo = DemoProcess.start(directory, "--data-dir", data);
        link = new Visitor(demo).startSession(connexion);
        demo.kill();

        // killed after the browser left for Meta; a link names the address it was made for, and this one has moved
        demo = DemoProcess.start(directory, "--data-dir", data);
        new Visitor(demo).press(moved(link, demo));
        demo.kill();

        // killed while Meta is asked for the token
        demo = DemoProcess.start(directory, "--data-dir", data);
        var visitor = new Visitor(demo);
        var onTheWay = visitor.press(moved(link, demo));
        var wayBack = visitor.consent(onTheWay);
        visitor.sandbox("/faults", """
            {"match": {"path": "*/oauth/access_token"}, "behaviour": "slow", "delayMs": 8000}
            """);
        var asking = visitor;
        var hanging = CompletableFuture.supplyAsync(() -> asking.comeBack(wayBack, onTheWay));
        assertThatThrownBy(() -> hanging.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(visitor.show(connexion).path("status").asText()).isEqualTo("pending");
        demo.kill();
        assertThatThrownBy(hanging::join).hasCauseInstanceOf(UncheckedIOException.class);

        // the same link still leads there
        demo = DemoProcess.start(directory, "--data-dir", data);
        visitor = new Visitor(demo);
        assertThat(visitor.show(connexion).path("status").asText()).isEqualTo("pending");
        var again = visitor.press(moved(link, demo));
        assertThat(visitor.comeBack(visitor.consent(again), again)).isEqualTo(200);
        assertThat(visitor.show(connexion).path("status").asText()).isEqualTo("active");
        var token = visitor.token(connexion);
        demo.kill();

        // and what was acknowledged is there, in one unbroken chain
        demo = DemoProcess.start(directory, "--data-dir", data);
        visitor = new Visitor(demo);
        assertThat(visitor.show(connexion).path("status").asText()).isEqualTo("active");
        assertThat(visitor.token(connexion)).isEqualTo(token);
        assertThatChainHolds(visitor.audit(connexion));
        assertThat(demo.log()).doesNotContain(token);

        assertThat(demo.stop()).isZero();
        assertThat(demo.announces()).isFalse();
        assertThat(Path.of(data, "database", "postmaster.pid")).doesNotExist();
    }

    @Test
    void tellsEverythingAScriptNeedsAndGuardsItsDatabase() throws SQLException {
        try (var demo = DemoProcess.start(directory)) {
            var facts = demo.facts();
            assertThat(new Visitor(demo).ready()).isEqualTo(200);
            assertThat(facts.path("pid").asLong()).isPositive();
            assertThat(facts.path("organisations"))
                    .hasSize(2)
                    .allSatisfy(organisation -> assertThat(names(organisation.path("tokens")))
                            .containsExactlyInAnyOrder("operator", "viewer"));
            assertThat(names(facts.path("tokens"))).containsExactlyInAnyOrder("administrator", "service");
            assertThat(facts.path("sandboxAccounts")).hasSizeGreaterThanOrEqualTo(12);

            var connexion = new Visitor(demo).create();
            var database = facts.path("database");
            try (var application = login(database, "application")) {
                assertThatThrownBy(() -> count(application))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
                application.createStatement().execute("set role authenticated");
                assertThat(count(application)).isZero();
            }
            try (var owner = login(database, "owner")) {
                assertThat(count(owner)).as("the row is there: %s", connexion).isEqualTo(1);
            }
            assertThatThrownBy(() ->
                            DriverManager.getConnection(database.path("url").asText(), "postgres", ""))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesADataDirectoryThatIsInUse() {
        var data = directory.resolve("data").toString();
        try (var demo = DemoProcess.start(directory, "--data-dir", data)) {
            var second = DemoProcess.launch(directory, "second.json", "--data-dir", data);
            assertThat(second.end()).isEqualTo(1);
            assertThat(second.log()).contains("another demo is running on " + data);
            assertThat(new Visitor(demo).ready()).isEqualTo(200);
        }
    }

    private static URI moved(URI link, DemoProcess demo) {
        return URI.create(demo.facts().path("baseUrl").asText() + link.getPath());
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static Connection login(JsonNode database, String who) throws SQLException {
        var login = database.path(who);
        return DriverManager.getConnection(
                database.path("url").asText(),
                login.path("user").asText(),
                login.path("password").asText());
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from public.instagram_connexion")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void assertThatChainHolds(JsonNode newestFirst) {
        for (var i = 1; i < newestFirst.size(); i++) {
            assertThat(newestFirst.get(i - 1).path("previousHash").asText())
                    .isEqualTo(newestFirst.get(i).path("hash").asText());
        }
    }
}
