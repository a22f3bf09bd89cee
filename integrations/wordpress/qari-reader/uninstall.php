<?php
/**
 * Takes away all that the plugin kept: its option and the HTML of prerendered articles, on every site of a network.
 *
 * @package QariReader
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** On the site that is current. */
function qari_reader_forget() {
	global $wpdb;
	delete_option( 'qari_reader' );
	// Transients have no way to be found by how their names begin.
	$names = $wpdb->get_col( // phpcs:ignore WordPress.DB.DirectDatabaseQuery
		$wpdb->prepare(
			"SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s",
			$wpdb->esc_like( '_transient_qari_reader_' ) . '%'
		)
	);
	foreach ( $names as $name ) {
		delete_transient( substr( $name, strlen( '_transient_' ) ) );
	}
}

if ( is_multisite() ) {
	$qari_reader_sites = get_sites( array( 'fields' => 'ids', 'number' => 0 ) );
	foreach ( $qari_reader_sites as $qari_reader_site ) {
		switch_to_blog( $qari_reader_site );
		qari_reader_forget();
		restore_current_blog();
	}
} else {
	qari_reader_forget();
}
