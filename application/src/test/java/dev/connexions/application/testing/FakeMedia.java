package dev.connexions.application.testing;

import dev.connexions.application.media.InstagramMedia;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaPage;
import dev.connexions.application.shared.PageCursor;
import dev.connexions.application.shared.PageOf;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.media.Media;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Shows the media that a test puts there, whoever asks. */
public final class FakeMedia implements InstagramMedia {

    private final MetaScript script;
    private final List<Media> shown = new CopyOnWriteArrayList<>();
    private final List<MediaId> removed = new CopyOnWriteArrayList<>();

    public FakeMedia(InMemoryStore store) {
        script = new MetaScript(store);
    }

    public MetaScript script() {
        return script;
    }

    /** It is the newest now. */
    public void shows(Media media) {
        shown.addFirst(media);
    }

    public void hides(MediaId media) {
        shown.removeIf(other -> other.id().equals(media));
    }

    /** Every removal that was asked for and done. */
    public List<MediaId> removed() {
        return List.copyOf(removed);
    }

    @Override
    public MetaPage<Media> posts(MetaAccess access, PageOf page) {
        return page(page, false);
    }

    @Override
    public MetaPage<Media> stories(MetaAccess access, PageOf page) {
        return page(page, true);
    }

    private MetaPage<Media> page(PageOf page, boolean stories) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new MetaPage.Failed<>(failure.get());
        }
        var all = shown.stream()
                .filter(media -> (media.surface() == MediaSurface.STORY) == stories)
                .toList();
        return slice(all, page);
    }

    /** A page of what a test put there; its cursor is the number of items before it. */
    static <T> MetaPage<T> slice(List<T> all, PageOf page) {
        var from = page.after() == null ? 0 : Integer.parseInt(page.after().value());
        var until = Math.min(all.size(), from + page.size());
        return new MetaPage.Loaded<>(
                all.subList(Math.min(from, until), until),
                0,
                until < all.size() ? new PageCursor(Integer.toString(until)) : null);
    }

    @Override
    public Lookup read(MetaAccess access, MediaId media) {
        var failure = script.ofRepeatable();
        return failure.isPresent() ? new Lookup.Failed(failure.get()) : look(media);
    }

    @Override
    public Map<MediaId, Lookup> readAll(MetaAccess access, Collection<MediaId> media) {
        var failure = script.ofRepeatable();
        var answers = new LinkedHashMap<MediaId, Lookup>();
        media.forEach(id -> answers.put(id, failure.isPresent() ? new Lookup.Failed(failure.get()) : look(id)));
        return answers;
    }

    private Lookup look(MediaId id) {
        return shown.stream()
                .filter(media -> media.id().equals(id))
                .findFirst()
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(Lookup.NotSeen::new);
    }

    @Override
    public Removal remove(MetaAccess access, MediaId media) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Removal.Failed(failure.get());
        }
        if (access.product() == LoginProduct.INSTAGRAM) {
            return new Removal.NotOffered();
        }
        hides(media);
        removed.add(media);
        return new Removal.Removed();
    }

    @Override
    public Switch letComment(MetaAccess access, MediaId media, boolean allowed) {
        var failure = script.ofUnrepeatable();
        return failure.isPresent() ? new Switch.Failed(failure.get()) : new Switch.Done();
    }
}
