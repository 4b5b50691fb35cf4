package dev.connexions.db.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final byte[] PLAIN = "plain".getBytes(UTF_8);
    private static final byte[] BOUND = "bound".getBytes(UTF_8);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void makesAFileForItsOwnersEyesOnly() throws IOException {
        var file = folder.resolve("keys.json");
        var made = KeyRing.init(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyRing.load(file).open(made.seal(PLAIN, BOUND), BOUND)).contains(PLAIN);
        assertThat(KeyRing.load(file).status()).isEqualTo(made.status());
    }

    @Test
    void refusesToOverwrite() throws IOException {
        var file = folder.resolve("keys.json");
        Files.writeString(file, "precious");
        assertThatThrownBy(() -> KeyRing.init(file))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("exists already");
        assertThat(file).hasContent("precious");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> KeyRing.init(folder.resolve("none/keys.json")))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> KeyRing.load(folder.resolve("keys.json")))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("there is no key ring at")
                .hasMessageContaining("keys init");
    }

    @Test
    void refusesAFolderForAFile() {
        assertThatThrownBy(() -> KeyRing.load(folder)).isInstanceOf(KeyRingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx--x---"})
    void refusesAFileThatIsOpenToOthers(String permissions) throws IOException {
        var file = folder.resolve("keys.json");
        KeyRing.init(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(() -> KeyRing.load(file))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "{}", "[]", "null", "not json", "{\"primaryKeyId\": 1, \"key\": []}", "\u0000"})
    void refusesAFileThatHoldsNoKeys(String content) throws IOException {
        assertThatThrownBy(() -> KeyRing.load(written(content)))
                .isInstanceOf(KeyRingException.class)
                .hasNoCause();
    }

    @Test
    void refusesADamagedFileWithoutQuotingIt() throws IOException {
        var file = folder.resolve("keys.json");
        KeyRing.init(file);
        var text = Files.readString(file);
        var secret = text.replaceAll("(?s).*\"value\":\\s*\"([^\"]+)\".*", "$1");
        assertThat(secret).hasSizeBetween(40, 80);
        Files.writeString(file, text.replace(secret, secret.substring(7)));
        assertThatThrownBy(() -> KeyRing.load(file))
                .isInstanceOf(KeyRingException.class)
                .hasMessageNotContaining(secret.substring(10, 20));
    }

    @Test
    void refusesAWeakerKey() throws Exception {
        var weak = KeysetHandle.generateNew(PredefinedAeadParameters.AES128_GCM, RegistryConfiguration.get());
        assertThatThrownBy(() -> KeyRing.load(written(json(weak))))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("not AES-256-GCM");
    }

    @Test
    void refusesTheSameKeyTwice() throws Exception {
        var one = json(generate());
        var key = one.replaceAll("(?s).*\"key\":\\s*\\[(.*)\\].*", "$1");
        var twice = one.replace(key, key + "," + key.replaceAll("\"keyId\":\\s*\\d+", "\"keyId\":7"));
        assertThatThrownBy(() -> KeyRing.load(written(twice)))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void opensWhatAnEarlierPrimarySealed() throws Exception {
        var old = generate();
        var before = KeyRing.load(written(json(old)));
        var sealed = before.seal(PLAIN, BOUND);
        var rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        var after = KeyRing.load(written(json(rotated)));
        assertThat(after.open(sealed, BOUND)).contains(PLAIN);
        assertThat(before.open(after.seal(PLAIN, BOUND), BOUND)).isEmpty();
        assertThat(after.status()).extracting(KeyRing.Key::primary).containsExactly(false, true);
        assertThat(after.status()).extracting(KeyRing.Key::status).containsOnly("enabled");
        assertThat(after.status().getFirst().id())
                .isEqualTo(before.status().getFirst().id());
    }

    @Test
    void opensNothingWithADisabledKey() throws Exception {
        var old = generate();
        var sealed = KeyRing.load(written(json(old))).seal(PLAIN, BOUND);
        var builder = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary());
        builder.getAt(0).setStatus(KeyStatus.DISABLED);
        var ring = KeyRing.load(written(json(builder.build())));
        assertThat(ring.open(sealed, BOUND)).isEmpty();
        assertThat(ring.status().getFirst().status()).isEqualTo("disabled");
    }

    @Test
    void opensNothingSealedWithSomethingElse() {
        var ring = KeyRing.generate();
        var sealed = ring.seal(PLAIN, BOUND);
        assertThat(ring.open(sealed, BOUND)).contains(PLAIN);
        assertThat(ring.open(sealed, new byte[0])).isEmpty();
        assertThat(ring.open(new byte[0], BOUND)).isEmpty();
        assertThat(KeyRing.generate().open(sealed, BOUND)).isEmpty();
    }

    @Test
    void opensNothingSealedForAnotherPurpose() {
        var ring = KeyRing.generate();
        var sealed = ring.seal("tokens", PLAIN, BOUND);
        assertThat(ring.open("tokens", sealed, BOUND)).contains(PLAIN);
        assertThat(ring.open(sealed, BOUND)).isEmpty();
        assertThat(ring.open("token", sealed, "sbound".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void printsNoSecret() throws IOException {
        var file = folder.resolve("keys.json");
        var ring = KeyRing.init(file);
        var secret = Files.readString(file).replaceAll("(?s).*\"value\":\\s*\"([^\"]+)\".*", "$1");
        assertThat(ring + ring.status().toString()).doesNotContain(secret);
    }

    private Path written(String content) throws IOException {
        var file = Files.createTempFile(folder, "keys", ".json");
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static KeysetHandle generate() throws GeneralSecurityException {
        KeyRing.generate();
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    }

    private static String json(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
}
