/** What stands on Instagram already, as Meta shows it. Not what is on its way there (publication). */
@NullMarked
package dev.connexions.domain.media;

import org.jspecify.annotations.NullMarked;
