/** What must be true of the database before it is used: roles, migrations, and the check that refuses an unsafe login. */
@NullMarked
package dev.connexions.db.schema;

import org.jspecify.annotations.NullMarked;
