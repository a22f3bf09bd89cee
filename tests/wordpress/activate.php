<?php
// Activates the plugin as the list of plugins does.
require getenv( 'QARI_WORDPRESS' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
$fault = activate_plugin( 'qari-reader/qari-reader.php' );
if ( is_wp_error( $fault ) ) {
	fwrite( STDERR, $fault->get_error_message() );
	exit( 1 );
}
flush_rewrite_rules();
