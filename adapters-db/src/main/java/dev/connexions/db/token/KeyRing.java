package dev.connexions.db.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The keys that seal what the service stores or hands out: AES-256-GCM. The primary key seals; every enabled key opens.
 * Safe for use by many threads.
 */
public final class KeyRing {

    /** What is sealed for one purpose never opens for another. */
    private static final String GENERAL = "connexions/general/1";

    private final KeysetHandle keys;
    private final Aead aead;

    /** One key of the ring, without its secret. */
    public record Key(String id, boolean primary, String status) {}

    private KeyRing(KeysetHandle keys) throws GeneralSecurityException {
        this.keys = keys;
        this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** A ring of one new key, in memory. What it seals is lost with it. */
    public static KeyRing generate() {
        try {
            AeadConfig.register();
            return new KeyRing(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Makes a ring of one new key and the file that keeps it, for its owner's eyes only.
     *
     * @throws KeyRingException when the file exists, or cannot be written
     */
    public static KeyRing init(Path file) {
        var ring = generate();
        try {
            KeyFile.create(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            ring.keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
            return ring;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws KeyRingException when the file is missing, unreadable, open to others, or holds no good key ring */
    public static KeyRing load(Path file) {
        var text = KeyFile.read(file);
        try {
            AeadConfig.register();
            var keys = TinkJsonProtoKeysetFormat.parseKeyset(
                    text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            refuseWeak(file, keys);
            return new KeyRing(keys);
        } catch (GeneralSecurityException | RuntimeException unparsable) {
            if (unparsable instanceof KeyRingException refused) {
                throw refused;
            }
            // the cause may quote the file
            throw new KeyRingException("the file " + file + " holds no key ring");
        }
    }

    public List<Key> status() {
        return IntStream.range(0, keys.size())
                .mapToObj(keys::getAt)
                .map(entry -> new Key(
                        Integer.toUnsignedString(entry.getId()),
                        entry.isPrimary(),
                        entry.getStatus().toString().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** @param associated what {@link #open} must be given to open it again; not a secret, and not stored */
    public byte[] seal(byte[] plain, byte[] associated) {
        return seal(GENERAL, plain, associated);
    }

    /** Empty when no key of the ring opens it, it was altered, or sealed with something else. */
    public Optional<byte[]> open(byte[] sealed, byte[] associated) {
        return open(GENERAL, sealed, associated);
    }

    byte[] seal(String purpose, byte[] plain, byte[] associated) {
        try {
            return aead.encrypt(plain, bind(purpose, associated));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    Optional<byte[]> open(String purpose, byte[] sealed, byte[] associated) {
        try {
            return Optional.of(aead.decrypt(sealed, bind(purpose, associated)));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /** The purpose stands behind its length, so that no two pairs make the same bytes. */
    private static byte[] bind(String purpose, byte[] associated) {
        var name = purpose.getBytes(UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + name.length + associated.length)
                .putInt(name.length)
                .put(name)
                .put(associated)
                .array();
    }

    @AccessesPartialKey
    private static void refuseWeak(Path file, KeysetHandle keys) {
        var seen = new ArrayList<AesGcmKey>();
        for (var i = 0; i < keys.size(); i++) {
            if (!(keys.getAt(i).getKey() instanceof AesGcmKey key)
                    || !key.getParameters().equals(PredefinedAeadParameters.AES256_GCM)) {
                throw new KeyRingException("the key ring " + file + " holds a key that is not AES-256-GCM");
            }
            if (seen.stream().anyMatch(other -> other.getKeyBytes().equalsSecretBytes(key.getKeyBytes()))) {
                throw new KeyRingException("the key ring " + file + " holds the same key twice");
            }
            seen.add(key);
        }
    }

    @Override
    public String toString() {
        return "KeyRing" + status();
    }
}
