<?php
// Installs WordPress and the plugin with WordPress's own functions.
define( 'WP_INSTALLING', true );
require getenv( 'QARI_WORDPRESS' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install( 'أخبار الشمال', 'desk', 'desk@news.example', true, '', 'example' );
update_option( 'permalink_structure', '/%postname%/' );
switch_theme( (string) array_key_first( wp_get_themes() ) );
// The editor's welcome has pictures from elsewhere.
update_user_meta( 1, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => gmdate( 'c' ) ) );
