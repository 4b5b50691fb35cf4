package dev.connexions.db.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The file that holds the keys: its owner's alone, written once. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    static String read(Path file) {
        try {
            if (Files.exists(file) && isOpenToOthers(file)) {
                throw new KeyRingException(
                        "the key ring " + file + " can be read by others than its owner: chmod 600 " + file);
            }
            var text = Files.readString(file, UTF_8);
            if (text.isBlank()) {
                throw new KeyRingException("the key ring " + file + " is empty");
            }
            return text;
        } catch (NoSuchFileException missing) {
            throw new KeyRingException(
                    "there is no key ring at " + file + ": make one with the command `keys init`", missing);
        } catch (IOException unreadable) {
            throw new KeyRingException("the key ring " + file + " cannot be read", unreadable);
        }
    }

    static void create(Path file, String text) {
        var parent = file.toAbsolutePath().getParent();
        try {
            var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(file, options, ownerOnly(file))) {
                for (var bytes = ByteBuffer.wrap(text.getBytes(UTF_8)); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (FileAlreadyExistsException there) {
            throw new KeyRingException(
                    file + " exists already, and what it may have sealed could never be opened again", there);
        } catch (NoSuchFileException noFolder) {
            throw new KeyRingException("the folder " + parent + " does not exist", noFolder);
        } catch (IOException unwritable) {
            throw new KeyRingException("the key ring " + file + " cannot be written", unwritable);
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null
                && !OWNER_ONLY.containsAll(withoutExecute(view.readAttributes().permissions()));
    }

    private static Set<PosixFilePermission> withoutExecute(Set<PosixFilePermission> permissions) {
        var rest = EnumSet.copyOf(EnumSet.allOf(PosixFilePermission.class));
        rest.retainAll(permissions);
        rest.remove(PosixFilePermission.OWNER_EXECUTE);
        return rest;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
