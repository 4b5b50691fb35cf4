package dev.connexions.db.testing;

import dev.connexions.db.schema.Migrations;
import dev.connexions.db.schema.Platform;
import dev.connexions.db.schema.Provisioning;
import dev.connexions.db.shared.DatabaseSettings;
import dev.connexions.db.shared.Login;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own with logins of its own, prepared as an operator would: provisioned, migrated as the owner, with
 * the bundled platform. Gone when it is closed.
 */
public final class TestDatabase implements AutoCloseable {

    private static final int POOL_SIZE = 8;

    private static final class Shared {
        private static final TestDatabase INSTANCE = untilTheEnd(open());
    }

    private final String name;
    private final Login owner;
    private final Login application;
    private final UserId systemUser = new UserId(UUID.randomUUID());
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Connection superuser;

    private TestDatabase(String name, Login owner, Login application) {
        this.name = name;
        this.owner = owner;
        this.application = application;
    }

    /** The one that tests of a JVM share: each makes its own organisations. */
    public static TestDatabase shared() {
        return Shared.INSTANCE;
    }

    /** A new one, for tests that change what others rely on. */
    public static TestDatabase open() {
        var database = provisioned();
        database.migrate();
        return database;
    }

    /** A new one without any table. */
    public static TestDatabase provisioned() {
        var name = "connexions_test_" + random(4);
        var database =
                new TestDatabase(name, new Login(name + "_owner", random(16)), new Login(name + "_app", random(16)));
        Provisioning.run(TestServer.url(), name, database.owner, database.application);
        return database;
    }

    public void migrate() {
        Migrations.run(url(), owner, application.user(), Platform.BUNDLED, systemUser);
    }

    public String name() {
        return name;
    }

    /** What the service is given. */
    public DatabaseSettings settings() {
        return new DatabaseSettings(url(), application, POOL_SIZE);
    }

    /** A JDBC URL without credentials. */
    public String url() {
        return JdbcUrls.withDatabase(TestServer.url(), name);
    }

    public Login owner() {
        return owner;
    }

    public Login application() {
        return application;
    }

    /** An administrator to the platform. */
    public UserId systemUser() {
        return systemUser;
    }

    /** A JDBC URL with the owner's credentials: sees every row of the platform's table, none of the others. */
    public String ownerUrl() {
        return JdbcUrls.withLogin(url(), owner);
    }

    public String applicationUrl() {
        return JdbcUrls.withLogin(url(), application);
    }

    /** A JDBC URL with a superuser's credentials: sees everything. */
    public String superuserUrl() {
        return JdbcUrls.withDatabaseAndCredentials(TestServer.url(), name);
    }

    /** Runs statements as a superuser, past every rule. */
    public void sql(String statements) {
        turn.lock();
        try (var statement = superuser().createStatement()) {
            statement.execute(statements);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            turn.unlock();
        }
    }

    private Connection superuser() throws SQLException {
        if (superuser == null || superuser.isClosed()) {
            superuser = DriverManager.getConnection(superuserUrl());
        }
        return superuser;
    }

    public Connection connect(String url) {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public OrganisationId organisation() {
        var organisation = new OrganisationId(UUID.randomUUID());
        register(organisation);
        return organisation;
    }

    /** Does nothing for one that is there. */
    public void register(OrganisationId organisation) {
        sql(
                "insert into public.organisations (organisation_id, organisation_nom) values ('%s', 'Test') on conflict do nothing"
                        .formatted(organisation.value()));
    }

    /** The platform knows the user, from now on in this organisation and in no other; both are made where they are missing. */
    public void register(UserId user, @Nullable OrganisationId organisation, boolean administrator) {
        if (organisation != null) {
            register(organisation);
        }
        sql("insert into public.utilisateurs (utilisateur_id, organisation_id, utilisateur_admin_presenca)"
                + " values ('%s', %s, %s) on conflict (utilisateur_id) do update"
                        .formatted(
                                user.value(),
                                organisation == null ? "null" : "'" + organisation.value() + "'",
                                administrator)
                + " set organisation_id = excluded.organisation_id,"
                + " utilisateur_admin_presenca = excluded.utilisateur_admin_presenca");
    }

    @Override
    public void close() {
        try (var connection = DriverManager.getConnection(TestServer.url());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("drop role if exists " + owner.user());
            statement.execute("drop role if exists " + application.user());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static TestDatabase untilTheEnd(TestDatabase database) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> dropIfPossible(database)));
        return database;
    }

    /** The embedded server may have stopped already, and takes everything with it. */
    private static void dropIfPossible(TestDatabase database) {
        try {
            database.close();
        } catch (IllegalStateException serverGone) {
            System.getLogger(TestDatabase.class.getName())
                    .log(System.Logger.Level.DEBUG, "the database was not dropped", serverGone);
        }
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
