import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.TokenColumn;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OrganisationId;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes what the benchmarks run on, for {@code \copy}: organisations, users, connexions with tokens that the key ring
 * opens, their states, and a signed credential for each user. Run by run.sh with the program's own jars.
 *
 * <p>Every id ends in twelve decimal digits, so that pgbench and wrk can make one up from a random number: connexion N is
 * of organisation N modulo their number.
 */
public final class Generate {

    static final long FIRST = 100_000_000_000L;

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        var organisations = Integer.parseInt(arguments[1]);
        var connexions = organisations * Integer.parseInt(arguments[2]);
        var secret = arguments[3];
        var tokens = new TokenColumn(KeyRing.load(directory.resolve("keys.json")));
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var now = Instant.now().getEpochSecond();
        try (var organisation = writer(directory, "organisations.tsv");
                var user = writer(directory, "users.tsv");
                var credential = writer(directory, "credentials.txt")) {
            for (var i = 0; i < organisations; i++) {
                organisation.println(organisation(i) + "\tOrganisation " + i);
                user.println(user(i) + "\t" + organisation(i) + "\tf");
                var claims = "{\"sub\":\"" + user(i) + "\",\"role\":\"authenticated\",\"iat\":" + now + ",\"exp\":"
                        + (now + 7 * 86_400) + "}";
                var signed = encoder.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes()) + "."
                        + encoder.encodeToString(claims.getBytes());
                credential.println(signed + "." + encoder.encodeToString(mac.doFinal(signed.getBytes())));
            }
        }
        var dayEnd = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).toString();
        var begin = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        try (var row = writer(directory, "connexions.tsv");
                var state = writer(directory, "states.tsv")) {
            for (var i = 0; i < connexions; i++) {
                var id = connexion(i);
                var of = organisation(i % organisations);
                var status = i % 20 == 0 ? "en_attente" : i % 33 == 0 ? "erreur" : "active";
                var linked = !status.equals("en_attente");
                var at = Instant.ofEpochSecond(begin + i * 60L);
                var token = tokens.seal(
                        new OrganisationId(of), new ConnexionId(id), new AccessToken("IGAA" + "x".repeat(150) + i));
                row.println(String.join(
                        "\t",
                        id.toString(),
                        of.toString(),
                        "reseau",
                        new UUID(1, i % 5000).toString(),
                        "igc_" + id.toString().replace("-", ""),
                        "compte-" + i + "@example.org",
                        linked ? token : "\\N",
                        linked ? at.plusSeconds(94_608_000L + i % 5_000_000).toString() : "\\N",
                        at.toString(),
                        status,
                        i % 2 == 0 ? "1000000000" : "\\N",
                        linked ? "1784" + (10_000_000_000L + i) : "\\N",
                        linked ? "{instagram_business_basic,instagram_business_content_publish}" : "{}",
                        linked ? "BUSINESS" : "\\N",
                        at.toString(),
                        at.toString(),
                        dayEnd));
                state.println(String.join(
                        "\t",
                        id.toString(),
                        of.toString(),
                        "1",
                        "igc_" + id.toString().replace("-", ""),
                        linked ? "1784" + (10_000_000_000L + i) : "\\N",
                        linked ? "compte." + i : "\\N",
                        linked ? "instagram" : "\\N",
                        linked ? "{instagram_business_basic,instagram_business_content_publish}" : "{}",
                        status,
                        at.toString(),
                        status.equals("erreur") ? "api_unavailable" : "\\N",
                        linked ? at.toString() : "\\N"));
                if (i % 200_000 == 199_999) {
                    System.err.println("  " + (i + 1) + " connexions written");
                }
            }
        }
    }

    private static UUID connexion(long i) {
        return UUID.fromString("00000000-0000-4000-8000-" + (FIRST + i));
    }

    private static UUID organisation(long i) {
        return UUID.fromString("00000000-0000-4000-9000-" + (FIRST + i));
    }

    private static UUID user(long i) {
        return UUID.fromString("00000000-0000-4000-a000-" + (FIRST + i));
    }

    private static PrintWriter writer(Path directory, String name) throws Exception {
        return new PrintWriter(Files.newBufferedWriter(directory.resolve(name)));
    }
}
