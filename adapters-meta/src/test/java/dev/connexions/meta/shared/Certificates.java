package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of our own and what it signs, made with the JDK's keytool. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path directory;
    private final Path authority;

    Certificates(Path directory) throws IOException {
        this.directory = directory;
        authority = directory.resolve("authority.p12");
        if (!Files.exists(authority)) {
            pair(authority, "authority", "-60d", "365", "bc:c");
        }
    }

    /** @param start when its ten days begin */
    SSLContext server(String name, String start, String host) throws IOException, GeneralSecurityException {
        var store = directory.resolve(name + ".p12");
        if (!Files.exists(store)) {
            sign(store, name, start, host);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(store), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void sign(Path store, String name, String start, String host) throws IOException {
        var request = directory.resolve(name + ".csr").toString();
        var certificate = directory.resolve(name + ".pem").toString();
        var root = directory.resolve("authority.pem").toString();
        pair(store, name, start, "10", "san=" + host);
        keytool(store, "-certreq", "-alias", name, "-file", request);
        keytool(
                authority,
                "-gencert",
                "-alias",
                "authority",
                "-infile",
                request,
                "-outfile",
                certificate,
                "-rfc",
                "-startdate",
                start,
                "-validity",
                "10",
                "-ext",
                "san=" + host);
        keytool(authority, "-exportcert", "-alias", "authority", "-file", root, "-rfc");
        keytool(store, "-importcert", "-alias", "authority", "-file", root, "-noprompt");
        keytool(store, "-importcert", "-alias", name, "-file", certificate, "-noprompt");
    }

    /** Trusts the authority and nobody else. */
    SSLContext client() throws IOException, GeneralSecurityException {
        var root = load(authority).getCertificate("authority");
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", root);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private static void pair(Path store, String name, String start, String days, String extension) throws IOException {
        keytool(
                store,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-startdate",
                start,
                "-validity",
                days,
                "-ext",
                extension);
    }

    private static void keytool(Path store, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }
}
