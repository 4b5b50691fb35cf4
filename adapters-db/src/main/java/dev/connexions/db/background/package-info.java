/** Work that comes round again and again, at one replica at a time. */
@NullMarked
package dev.connexions.db.background;

import org.jspecify.annotations.NullMarked;
